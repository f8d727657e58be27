import {alertPhases, type Signal, signals} from "../../../cubes/warning.js";
import type {Locale} from "../../../cubes.js";
import {rowCells, suppressedReason, whyEmpty} from "../../absent.js";
import {type GroupBar, groupBars} from "../../charts/group-bars.js";
import {linesOverTime} from "../../charts/lines-over-time.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, exactMoney, money, shortDay} from "../../formats.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase} from "../../terms.js";
import {phaseTerms, signalNeeds, signalTerms} from "../../warning-terms.js";
import {comparedEnds, isWhole, partialNote, tooShort} from "../../whole-window.js";
import type {Exhibit} from "../exhibit.js";
import {accountsAt, alerted} from "./facts.js";

/** The signals that the exports can show, in the order of the report. */
function seenSignals({cubes}: Site): Signal[] {
  return signals.filter((s) => {
    const needed = signalNeeds[s];
    return needed === undefined || cubes.has(needed);
  });
}

/** What can't be seen, with the export that it needs; "" where nothing is missing. */
function unseenWords(site: Site): string {
  const {locale} = site;
  const unseen = signals.filter((s) => !seenSignals(site).includes(s));
  if (unseen.length === 0) return "";
  return locale === "zh"
    ? `缺少导出文件而无法看到：${unseen.map((s) => `${signalTerms[s].zh}（需要${signalNeeds[s]}）`).join("、")}`
    : `Not seen for want of an export: ${unseen.map((s) => `${signalTerms[s].en} (needs ${signalNeeds[s]})`).join(", ")}`;
}

/** Accounts by signal and phase at the newest date. */
export function alertsBySignal(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = (cubes.find("alerts") ?? []).filter((r) => r.as_of === report.as_of);
  const seen = seenSignals(site).filter((s) => rows.some((r) => r.signal === s));
  const high = Math.max(1, ...rows.map((r) => r.customers ?? 0));
  const name = (s: Signal): string => sentenceCase(signalTerms[s][locale]);
  const bars: GroupBar[] = seen.flatMap((signal) =>
    alertPhases.map((phase) => {
      const row = rows.find((r) => r.signal === signal && r.phase === phase);
      const n = row ? row.customers : 0;
      return {
        group: signal,
        quantity: phase,
        share: n === null ? null : n / high,
        text:
          n === null
            ? "–"
            : n === 0
              ? "0"
              : `${count(n, locale)}${row?.at_stake == null ? "" : ` · ${money(row.at_stake, report, locale)}`}`,
        exact:
          n === null
            ? suppressedReason(report, locale)
            : `${count(n, locale)}${row?.at_stake == null ? "" : `, ${exactMoney(row.at_stake, report, locale)}`}`,
        suppressed: n === null,
        mark: n ? cellMark("alerts", {signal, phase}) : undefined,
      };
    }),
  );
  const known = seen
    .map((signal) => {
      const parts = rows.filter((r) => r.signal === signal);
      return {
        signal,
        n: parts.reduce((sum, r) => sum + (r.customers ?? 0), 0),
        whole: parts.every((r) => r.customers !== null),
      };
    })
    .filter(({n}) => n > 0)
    .sort((x, y) => y.n - x.n);
  const first = known[0];
  const unseen = unseenWords(site);
  const title = zh ? "预警：按征兆与阶段" : "Alerts by sign and by phase";
  return {
    id: "alerts-by-signal",
    missing:
      seen.length === 0 ? (zh ? "目前没有任何征兆。" : "No account shows any sign at the moment.") : null,
    title,
    subtitle: zh
      ? `客户数与涉及收入，截至${day(report.as_of, locale)}；阶段按客户整体判断，一位客户可有多种征兆${unseen ? `。${unseen}` : ""}`
      : `Customers and money at stake, as of ${day(report.as_of, locale)}; the phase is the account’s, and an account may show several signs${unseen ? `. ${unseen}` : ""}`,
    says: first
      ? commonest(
          first,
          rows.every((r) => r.customers !== null),
          locale,
        )
      : rows.some((r) => r.customers === null)
        ? zh
          ? "各征兆的客户太少，数字已隐去。"
          : "Too few customers show any one sign for the numbers to be shown."
        : zh
          ? "没有客户显示任何征兆。"
          : "No account shows any sign.",
    draw: (options) =>
      groupBars(
        seen.map((s) => ({key: s, name: name(s), colour: "heat-4"})),
        alertPhases.map((p) => ({key: p, name: sentenceCase(phaseTerms[p][locale])})),
        bars,
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "征兆" : "Sign"},
        {head: zh ? "阶段" : "Phase"},
        {head: label("customers", locale), number: true},
        {head: zh ? "涉及收入" : "At stake", number: true},
        {head: zh ? "风险金额" : "At risk", number: true},
      ],
      seen.flatMap((s) =>
        alertPhases.flatMap((p) => {
          const r = rows.find((x) => x.signal === s && x.phase === p);
          if (!r) return [];
          const as = rowCells(r, report, locale);
          return [
            {
              cells: [
                name(s),
                sentenceCase(phaseTerms[p][locale]),
                as.count(r.customers),
                as.money(r.at_stake),
                as.money(r.at_risk),
              ],
            },
          ];
        }),
      ),
    ),
  };
}

/** The sign that most customers show; where numbers are hidden another may be commoner, and none is called the commonest. */
function commonest(
  {signal, n, whole}: {signal: Signal; n: number; whole: boolean},
  allTold: boolean,
  locale: Locale,
): string {
  const sign = signalTerms[signal][locale];
  const number = count(n, locale);
  if (locale === "zh")
    return allTold
      ? `最常见的征兆是“${sign}”，有${number}位客户。`
      : `${whole ? "" : "至少"}${number}位客户显示“${sign}”；部分数字太小，已隐去。`;
  if (allTold)
    return `The most frequent sign is “${sign}”, shown by ${number} ${n === 1 ? "customer" : "customers"}.`;
  return sentenceCase(
    `${whole ? "" : "at least "}${number} ${n === 1 ? "customer shows" : "customers show"} “${sign}”; some numbers are too small to be shown.`,
  );
}

/** Accounts with an alert, by phase, at each as-of date. */
export function alertsOverTime(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const at = (as_of: string, phase: (typeof alertPhases)[number]) =>
    accountsAt(site, as_of).find((r) => r.phase === phase);
  const dates = report.dates.filter((d) => (cubes.find("alert-accounts") ?? []).some((r) => r.as_of === d));
  const colours = {warning: "class-c", control: "class-a", recovery: "class-d"};
  const then = dates.at(-5);
  const [now, before] = [alerted(site, "customers"), alerted(site, "customers", then)];
  const few = then === undefined || !isWhole(then, report);
  const title = zh ? "各阶段的客户" : "Accounts by phase of their alerts";
  return {
    id: "alerts-over-time",
    missing: dates.length < 2 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `每位客户只计一次；各截止日只用当时已知的数据${partialNote(dates, report, locale, "hollow")}`
      : `Customers, each counted once; each date by what was known then${partialNote(dates, report, locale, "hollow")}`,
    says:
      few &&
      !comparedEnds(
        dates.map((as_of) => ({as_of})),
        report,
      )
        ? tooShort(report, locale)
        : few
          ? zh
            ? "历史太短，无法与一年前相比。"
            : "The history is too short to compare with a year before."
          : now === null || before === null
            ? zh
              ? "部分阶段客户太少，无法与一年前相比。"
              : "Some phases hold too few customers to compare with a year before."
            : zh
              ? `${shortDay(then!, locale)}有${count(before, locale)}位客户显示征兆，${shortDay(report.as_of, locale)}有${count(now, locale)}位。`
              : `${count(before, locale)} ${before === 1 ? "customer" : "customers"} showed a sign on ${shortDay(then!, locale)}, ${count(now, locale)} on ${shortDay(report.as_of, locale)}.`,
    draw: (options) =>
      linesOverTime(
        alertPhases.map((phase) => ({
          name: sentenceCase(phaseTerms[phase][locale]),
          colour: colours[phase],
          points: dates.map((as_of) => {
            const row = at(as_of, phase);
            return {
              as_of,
              value: row ? row.customers : 0,
              mark: row?.customers ? cellMark("alert-accounts", {phase}, as_of) : undefined,
              partial: !isWhole(as_of, report),
            };
          }),
        })),
        {axis: (x) => count(x, locale), exact: (x) => count(x, locale)},
        options,
      ),
    twin: table(
      title,
      [
        {head: label("as_of", locale)},
        ...alertPhases.map((p) => ({head: sentenceCase(phaseTerms[p][locale]), number: true})),
      ],
      dates.map((as_of) => ({
        cells: [
          day(as_of, locale),
          ...alertPhases.map((p) => {
            const row = at(as_of, p);
            return rowCells(row ?? {}, report, locale).count(row ? row.customers : 0);
          }),
        ],
      })),
    ),
  };
}
