import {type MovementModel, movementModels} from "../../../cubes/movement.js";
import {notShown, whyEmpty} from "../../absent.js";
import {matrixBelow, movesDrawing} from "../../charts/moves.js";
import {count, day} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {directionTerms, movementModelTerms, movementTitles} from "../../movement-terms.js";
import type {Site} from "../../site.js";
import {type Exhibit, exhibit, type Swatch} from "../exhibit.js";
import {movesView} from "./moves-view.js";
import {defaultPair, knownDays, type MovePair} from "./pairs.js";
import {modelsOf, movesOf, movesWords} from "./told.js";

function legend({locale, cubes: {report}}: Site): Swatch[] {
  const zh = locale === "zh";
  return [
    {swatch: "fell", label: `▼ ${directionTerms.down[locale]}`},
    {swatch: "moved-up", label: `▲ ${directionTerms.up[locale]}`},
    {swatch: "moved-same", label: zh ? "未变，或在同一层级之内" : "stayed, or level"},
    {swatch: "came", label: zh ? "转为已知，或其后新增" : "became known, or new since"},
    {swatch: "class-c", label: zh ? "转为未知" : "became unknown"},
    ...(report.smallest_cell > 1
      ? [
          {
            swatch: "hatched",
            label: zh
              ? "客户太少，已隐去，亦不入流图；≥：至少"
              : "too few to be shown; not in the flow (≥: at least)",
          },
        ]
      : []),
  ];
}

/**
 * Flow and matrix of one model over about a year; without a model that of `chosen`, or else the first that there is, which
 * the chooser redraws.
 */
export function movesExhibit(site: Site, args: readonly string[], chosen: MovePair | null = null): Exhibit {
  const {locale} = site;
  const asked = args[0] as MovementModel | undefined;
  if (asked !== undefined && !movementModels.includes(asked))
    throw new Error(`"${asked}" is no model of movement: ${movementModels.join(", ")}`);
  const model = asked ?? chosen?.model ?? modelsOf(site)[0] ?? "metal";
  const needs = {grid_stage: "relationships", wallet_stage: "wallets"} as const;
  const pair =
    chosen ??
    (modelsOf(site).includes(model)
      ? defaultPair(movesOf(site).pairs, model, knownDays(site.cubes.report))
      : null);
  const said = movesWords(site);
  const view = pair ? movesView(movesOf(site).of(pair), movesOf(site).went(pair, "down"), pair, said) : null;
  return {
    id: asked === undefined ? "moves" : `moves-${model.replace("_", "-")}`,
    needs: model in needs ? needs[model as keyof typeof needs] : undefined,
    missing: view === null ? whyEmpty("history", locale) : null,
    title: view?.title ?? movementTitles[model][locale],
    subtitle: view?.subtitle ?? "",
    says: view?.says ?? "",
    legend: legend(site),
    draw: (options) => movesDrawing(view!.data, options),
    lowerHalf: matrixBelow,
    twin: view?.twin ?? html``,
  };
}

/** The other models over about a year, folded: each stands drawn in the page, so that it needs no script. */
export function otherMoves(site: Site): Html {
  const [first] = modelsOf(site);
  return html`${movementModels
    .filter((m) => m !== (first ?? "metal"))
    .map(
      (model) =>
        html`<details class="scheme" id="moves-of-${model.replace("_", "-")}"><summary>${movementModelTerms[model][site.locale]}</summary>${exhibit(movesExhibit(site, [model]), site)}</details>
`,
    )}`;
}

/** Three lists to choose model and days from, shown where scripts run; the page keeps their room free until then. */
export function movesChooser(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const {pairs} = movesOf(site);
  const models = modelsOf(site);
  const chosen = models[0] === undefined ? null : defaultPair(pairs, models[0], knownDays(cubes.report));
  if (chosen === null) return notShown(zh ? "选择两个日期" : "Choose two dates", whyEmpty("history", locale));
  const said = movesWords(site);
  const days = (side: "from" | "to"): string[] => [...new Set(pairs.map((p) => p[side]))].sort();
  const select = (name: string, text: string, options: [string, string][], now: string): Html =>
    html`<label>${text}<select name="${name}" autocomplete="off">${options.map(
      ([value, written]) =>
        html`<option value="${value}"${value === now ? html` selected` : null}>${written}</option>`,
    )}</select></label>`;
  const dated = (side: "from" | "to"): [string, string][] => days(side).map((d) => [d, day(d, locale)]);
  const few = cubes.report.smallest_cell > 1;
  const pairsOf = pairs.filter((p) => p.model === chosen.model).length;
  return html`<form class="moves-chooser" data-said="${JSON.stringify(said)}">
${select(
  "model",
  zh ? "模型" : "Model",
  models.map((m) => [m, movementModelTerms[m][locale]]),
  chosen.model,
)}
${select("from", zh ? "从" : "From", dated("from"), chosen.from)}
${select("to", zh ? "至" : "To", dated("to"), chosen.to)}
</form>
<p class="moves-note">${
    few
      ? zh
        ? "对管理层只给出通向最近截止日的少数几对日期：同一批客户在许多对日期之间的移动，彼此相减可推出被隐去的小组。"
        : "Executives are shown a few pairs, all up to the newest date: from many overlapping pairs of the same customers the groups that are left out could be worked out."
      : zh
        ? `可任选两个截止日，共${count(pairsOf, locale)}对；设有筛选时，只可从约一年前或最早截止日至最近截止日。所选写入网址。`
        : `Any two of the report’s dates: ${count(pairsOf, locale)} pairs. With a filter, the newest date against a year before it or against the first. The address holds the choice.`
  }</p>`;
}
