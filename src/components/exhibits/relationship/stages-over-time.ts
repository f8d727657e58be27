import {type GridStage, gridStages, type WalletStage, walletStages} from "../../../cubes.js";
import {cell} from "../../absent.js";
import {gridSteps, stageSwatch, walletSteps} from "../../charts/stage-colours.js";
import {type StageCount, stagesOverTime} from "../../charts/stages-over-time.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, shortDay} from "../../formats.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {gridStageTerms, label, sentenceCase, walletStageTerms} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {gridCounts} from "./grid.js";

/** The stages of one of the models at each as-of date. */
export function stagesOverTimeExhibit(site: Site, model: string | undefined): Exhibit {
  if (model !== "grid" && model !== "wallet") throw new Error(`"${model}" is no stage model: grid or wallet`);
  const {locale, cubes} = site;
  const grid = model === "grid";
  const needed = grid ? ("relationships" as const) : ("wallets" as const);
  const {dates} = cubes.report;
  const stages: readonly string[] = grid ? gridStages : walletStages;
  const name = (s: string): string =>
    grid ? gridStageTerms[s as GridStage][locale] : walletStageTerms[s as WalletStage][locale];
  const step = (s: string): StageCount["step"] =>
    grid ? gridSteps[s as GridStage] : walletSteps[s as WalletStage];
  const counts: StageCount[] = !cubes.has(needed)
    ? []
    : dates.flatMap((as_of) =>
        stages.map((stage) => {
          const customers = grid
            ? (gridCounts(cubes.read("grid"), as_of).get(stage as GridStage) ?? null)
            : ((): number | null => {
                const row = cubes.read("wallet").find((r) => r.as_of === as_of && r.stage === stage);
                return row ? row.customers : 0;
              })();
          const mark = customers ? cellMark(`${model}-over-time`, {stage}, as_of) : undefined;
          return {as_of, stage, name: name(stage), step: step(stage), customers, mark};
        }),
      );
  const title = grid
    ? locale === "zh"
      ? "方格阶段的变化"
      : "Grid stages over time"
    : locale === "zh"
      ? "份额阶段的变化"
      : "Wallet stages over time";
  const high: string[] = grid ? ["advanced", "partner"] : ["stable", "strategic"];
  const of = (as_of: string | undefined): number | null =>
    counts
      .filter((c) => c.as_of === as_of && high.includes(c.stage))
      .reduce<number | null>((s, c) => (s === null || c.customers === null ? null : s + c.customers), 0);
  const [before, now] = [of(dates[0]), of(dates.at(-1))];
  const what =
    locale === "zh"
      ? `“${name(high[0]!)}”与“${name(high[1]!)}”的客户`
      : `Accounts at “${name(high[0]!)}” or “${name(high[1]!)}”`;
  return {
    id: `${model}-over-time`,
    needs: needed,
    title,
    subtitle:
      locale === "zh"
        ? "各截止日的客户数（含潜在客户），自下而上由低到高"
        : "Accounts at each as-of date, lowest stage at the bottom",
    says:
      before === null || now === null || dates.length < 2
        ? locale === "zh"
          ? "部分阶段客户太少，看不出变化。"
          : "Too little can be shown to tell a change."
        : locale === "zh"
          ? `${what}：${shortDay(dates[0]!, locale)}为${count(before, locale)}位，${shortDay(dates.at(-1)!, locale)}为${count(now, locale)}位。`
          : `${what}: ${count(before, locale)} on ${shortDay(dates[0]!, locale)}, ${count(now, locale)} on ${shortDay(dates.at(-1)!, locale)}.`,
    legend: stages
      .filter((s) => counts.some((c) => c.stage === s && c.customers !== 0))
      .map((s) => ({swatch: s === "unassessed" ? "hatched-thin" : stageSwatch(step(s)), label: name(s)})),
    draw: (options) => stagesOverTime(counts, stages, options),
    twin: table(
      title,
      [{head: label("day", locale)}, ...stages.map((s) => ({head: sentenceCase(name(s)), number: true}))],
      dates.map((d) => ({
        cells: [
          day(d, locale),
          ...stages.map((s) =>
            cell(
              counts.find((c) => c.as_of === d && c.stage === s)?.customers ?? null,
              (x) => count(x, locale),
              {suppressed: true},
              "none",
              cubes.report,
              locale,
            ),
          ),
        ],
      })),
    ),
  };
}
