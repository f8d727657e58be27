import type {ComplaintOutcome} from "../../../cubes/service.js";
import {cell} from "../../absent.js";
import {type FunnelLoss, type FunnelStep, funnelBars} from "../../charts/funnel-bars.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, exactPercent, percent} from "../../formats.js";
import {settingOf} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase} from "../../terms.js";
import {windowWords} from "../../window-words.js";
import type {Exhibit} from "../exhibit.js";
import {complaintsAt, satisfiedKept} from "./facts.js";

const names = {
  opened: {en: "opened", zh: "提出"},
  valid: {en: "valid", zh: "成立"},
  resolved: {en: "resolved", zh: "解决"},
  satisfied: {en: "satisfied", zh: "满意"},
  still: {en: "still buying", zh: "继续购买"},
};

/** What parts each step from the one before it. */
const losses: Record<keyof typeof names, readonly [ComplaintOutcome, FunnelLoss["kind"]][]> = {
  opened: [],
  valid: [["invalid", "left"]],
  resolved: [["open", "left"]],
  satisfied: [
    ["unsatisfied", "lost"],
    ["unasked", "untold"],
  ],
  still: [
    ["satisfied_gone", "lost"],
    ["satisfied_young", "untold"],
    ["satisfied_untold", "untold"],
  ],
};

const lossNames: Partial<Record<ComplaintOutcome, {en: string; zh: string}>> = {
  invalid: {en: "judged not valid", zh: "判为不成立"},
  open: {en: "not resolved", zh: "未解决"},
  unsatisfied: {en: "not satisfied", zh: "不满意"},
  unasked: {en: "satisfaction not recorded", zh: "未记录是否满意"},
  satisfied_gone: {en: "did not buy again in time", zh: "未在其间再次购买"},
  satisfied_young: {en: "too early to tell", zh: "时间未到，尚难判断"},
  satisfied_untold: {en: "had not bought before", zh: "此前未购买"},
};

/** What became of the complaints that reached a step: the end of the last step, or what is lost on the way there. */
function outcomesFrom(step: number): ComplaintOutcome[] {
  const later = Object.values(losses).slice(step + 1);
  return ["satisfied_buying", ...later.flatMap((lost) => lost.map(([outcome]) => outcome))];
}

/** Complaints of the window: opened, valid, resolved, satisfied, still buying. */
export function complaintFunnel(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const at = complaintsAt(site);
  const missing = at === null || at.opened === 0 ? noComplaint(site) : null;
  const title = zh ? "抱怨：从提出到继续购买" : "Complaints: from opened to still buying";
  const keys = Object.keys(names) as (keyof typeof names)[];
  const opened = at?.opened ?? null;
  const markOf = (all: readonly ComplaintOutcome[]): string =>
    cellMark(
      "complaint-outcomes",
      all.map((outcome) => ({outcome})),
    );
  const rows: FunnelStep[] = keys.map((key, i) => {
    const n = at?.[key] ?? null;
    const lost = losses[key].map(([outcome, kind]) => ({
      name: lossNames[outcome]![locale],
      count: at?.of(outcome) ?? null,
      kind,
      mark: markOf([outcome]),
    }));
    const shown = lost.filter((l): l is typeof l & FunnelLoss => l.count !== null && l.count > 0);
    const hidden = lost.some((l) => l.count === null);
    const words = [
      ...shown.map((l) =>
        zh ? `${l.name}${count(l.count, locale)}` : `${count(l.count, locale)} ${l.name}`,
      ),
      ...(hidden ? [zh ? "其余已隐去" : "the rest suppressed"] : []),
    ];
    return {
      key,
      name: sentenceCase(names[key][locale]),
      count: n,
      text:
        n === null
          ? ""
          : opened !== null && opened > 0 && key !== "opened"
            ? `${count(n, locale)}  (${percent(n / opened, locale)})`
            : count(n, locale),
      // Losses stand behind the bar of their step: without one they would look like it.
      losses: n === null ? [] : shown,
      lossText: words.join(zh ? "，" : ", "),
      mark: n ? (i === 0 ? cellMark("complaint-outcomes", {}) : markOf(outcomesFrom(i))) : undefined,
    };
  });
  const kept = satisfiedKept(site);
  const times = settingOf(site, "service.gap_multiple", 2);
  return {
    id: "complaint-funnel",
    needs: "complaints",
    missing,
    title,
    subtitle: zh
      ? `窗口内提出的抱怨数，占提出数的比例，“成立”以下仅计成立的抱怨；${windowWords(report, locale)}`
      : `Complaints opened in the window, and their share of all; from “valid” on, valid ones alone; ${windowWords(report, locale)}`,
    says:
      missing ??
      (kept?.of === 1
        ? zh
          ? `窗口内提出、满意结案且已可判断的抱怨只有一件，客户${kept.kept ? "" : "未"}在自身通常间隔的${times}倍之内再次购买。`
          : `The one complaint opened in the window that ended satisfied and is old enough to tell was ${kept.kept ? "" : "not "}followed by an order within ${times} times the customer’s own usual gap.`
        : kept
          ? zh
            ? `窗口内提出、满意结案且已可判断的${count(kept.of, locale)}件抱怨中，${count(kept.kept, locale)}件（${percent(kept.kept / kept.of, locale)}）的客户在自身通常间隔的${times}倍之内再次购买。`
            : `Of the ${count(kept.of, locale)} complaints opened in the window that ended satisfied and are old enough to tell, ${count(kept.kept, locale)} (${percent(kept.kept / kept.of, locale)}) ${kept.kept === 1 ? "was" : "were"} followed by an order within ${times} times the customer’s own usual gap.`
          : at?.still && opened
            ? zh
              ? `提出的${count(opened, locale)}件抱怨中，${count(at.still, locale)}件满意结案且客户继续购买；其余满意者是否继续购买，客户太少，不予公布。`
              : `Of the ${count(opened, locale)} complaints opened, ${count(at.still, locale)} ended satisfied with the customer still buying; what became of the others who were satisfied is too few to be shown.`
            : zh
              ? "满意之后是否继续购买，此处没有可公布的数字。"
              : "Whether the satisfied still buy can’t be shown here."),
    legend: [
      {swatch: "class-a", label: zh ? "到达此步" : "reached the step"},
      {swatch: "moved-down", label: zh ? "不满意，或不再购买" : "not satisfied, or stopped buying"},
      {swatch: "moved-same", label: zh ? "不成立，或未解决" : "not valid, or not resolved"},
      {swatch: "hatched", label: zh ? "尚不可知" : "not known yet"},
    ],
    draw: (options) => funnelBars(rows, options),
    twin: table(
      title,
      [
        {head: zh ? "步骤" : "Step"},
        {head: zh ? "抱怨数" : "Complaints", number: true},
        {head: zh ? "占提出数" : "Of those opened", number: true},
        {head: zh ? "未到此步" : "Did not get here"},
      ],
      rows.map((r) => ({
        cells: [
          r.name,
          cell(r.count, (x) => count(x, locale), {suppressed: true}, "none", report, locale),
          r.count !== null && opened ? exactPercent(r.count / opened, locale) : "–",
          r.lossText || label("none", locale),
        ],
      })),
    ),
  };
}

/** Why there is no complaint to show though the export is there. */
export function noComplaint({locale}: Site): string {
  return locale === "zh" ? "窗口内没有抱怨记录。" : "No complaint was opened in the window.";
}
