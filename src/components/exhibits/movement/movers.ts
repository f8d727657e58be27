import type {ClassMoverRow} from "../../../cubes/movement.js";
import type {ActionRow} from "../../../cubes/value.js";
import {needs, notShown, whyEmpty} from "../../absent.js";
import {count, day, daySpan} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {thresholdNames} from "../../movement-facts.js";
import {movementModelTerms} from "../../movement-terms.js";
import type {Site} from "../../site.js";
import {label} from "../../terms.js";
import {startNote} from "../../whole-window.js";
import {mostMovers, moversList} from "./movers-list.js";

const titles = {
  up: {en: "moved up", zh: "上移的客户"},
  down: {en: "regressed", zh: "倒退的客户"},
};

/** Those of one model who moved one way: so many of them, and of how many in its caption. */
function listOf(all: readonly ClassMoverRow[], actions: readonly ActionRow[], site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const first = all[0]!;
  const what = label(cubes.report.has_profit ? "profit" : "revenue", locale);
  const shown = all.slice(0, mostMovers);
  const rest = first.movers - shown.length;
  // Two counts of the pyramid's movers stand on its page: each says by whose thresholds.
  const by = first.model === "metal" ? thresholdNames.recomputed : null;
  const title = zh
    ? `${movementModelTerms[first.model].zh}中${titles[first.direction].zh}${by ? `（${by.zh}）` : ""}：${daySpan(first.from, first.to, locale)}，${what}变化最大者在前`
    : `${movementModelTerms[first.model].en}, ${titles[first.direction].en}${by ? ` by ${by.en}` : ""}: ${daySpan(first.from, first.to, locale)}, the largest change of ${what.toLowerCase()} first`;
  const caption = zh
    ? `${movementModelTerms[first.model].zh}中${titles[first.direction].zh}${by ? `（${by.zh}）` : ""}：${day(first.from, locale)}至${day(first.to, locale)}，${what}变化最大的${count(shown.length, locale)}位${rest > 0 ? `（共${count(first.movers, locale)}位）` : ""}`
    : `${movementModelTerms[first.model].en}, ${titles[first.direction].en}${by ? ` by ${by.en}` : ""}: ${day(first.from, locale)} to ${day(first.to, locale)}, ${shown.length === 1 ? "one" : `the ${count(shown.length, locale)}`} ${rest > 0 ? `of ${count(first.movers, locale)} ` : ""}with the largest change of ${what.toLowerCase()}`;
  const list = {id: `movers-${first.model}-${first.direction}`, title};
  return moversList(shown, actions, site, list, caption);
}

function moversTable(site: Site, model: ClassMoverRow["model"]): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const name = movementModelTerms[model][locale];
  const title = zh ? `${name}：移动的客户名单` : `${name}: who moved, by name`;
  const export_ = ({grid_stage: "relationships", wallet_stage: "wallets"} as const)[model as "grid_stage"];
  if (export_ && !cubes.has(export_)) return needs(export_, title, locale);
  const all = cubes.find("class-movers");
  if (all === null) return notShown(title, whyEmpty("audience", locale));
  if (cubes.report.dates.length < 2) return notShown(title, whyEmpty("history", locale));
  const rows = all.filter((r) => r.model === model);
  const behind = rows[0] ? startNote(rows[0].from, cubes.report, locale) : "";
  if (rows.length === 0)
    return html`<p>${zh ? `${name}：没有客户上移或倒退。` : `${name}: nobody moved up or regressed.`}</p>`;
  const actions = cubes.find("actions") ?? [];
  const ways = (["down", "up"] as const).map((d) => rows.filter((r) => r.direction === d));
  return html`${ways.filter((r) => r.length > 0).map((r) => listOf(r, actions, site))}
<p class="more">${
    zh
      ? `两日各按当日的标准${behind}；“首见于”为此后首个处于新层级的截止日。所列为新层级的首项建议，仅供参考，由人判断。`
      : `Each day by its own rules${behind}; “first seen” is the first as-of date since then on which the customer stood in the new class. The suggestion is the first one for that class, for people to judge.`
  }</p>`;
}

/** Who moved in the migration pyramid over about a year, up and down apart. */
export function pyramidMovers(site: Site): Html {
  return moversTable(site, "metal");
}

/** The same in one of the two stage models: `grid` or `wallet`. */
export function stageMovers(site: Site, args: readonly string[]): Html {
  if (args[0] !== "grid" && args[0] !== "wallet")
    throw new Error(`"${args[0]}" is no stage model: grid or wallet`);
  return moversTable(site, `${args[0]}_stage`);
}
