import type {MethodRow, RankingMethod} from "../../cubes/value.js";
import {rowCells, whyEmpty} from "../absent.js";
import {capturedDots} from "../charts/captured-dots.js";
import {markWords} from "../charts/mark-words.js";
import {type MatrixCell, matrix} from "../charts/matrix.js";
import {cellMark} from "../drill/cell-mark.js";
import {methodsVerdict} from "../findings/methods.js";
import {count, day, percent} from "../formats.js";
import type {Html} from "../html.js";
import {methodSummaries, rankingMethods} from "../methods/summaries.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label, measures, sentenceCase} from "../terms.js";
import {bestOfAll, rankings} from "../value-terms.js";
import type {Exhibit} from "./exhibit.js";

/** A method's name as it stands by itself. */
export const methodName = (m: RankingMethod, {locale}: Site): string => sentenceCase(rankings[m][locale]);

/**
 * Each method's captured share at each cut, its mean with the interval, and the best in hindsight. `chosen` where a filter
 * chooses whose money is counted: the top is then still that of all customers.
 */
export function capturedExhibit(site: Site, chosen = false): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = cubes.find("methods") ?? [];
  const summary = methodSummaries(cubes);
  const title = zh ? "各方法选出的前20%客户，其后带来多少" : "What each method’s top 20% went on to bring";
  return {
    id: "captured",
    missing: rows.length === 0 || summary.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: capturedSubtitle(rows, chosen, site),
    says: chosen && rows.length === 0 ? nothingTold(site) : methodsVerdict(summary, locale),
    draw: (options) =>
      capturedDots(
        rows.map((r) => ({
          ...r,
          mark: r.taken === 0 ? undefined : cellMark("methods", {method: r.method, in_top: true}, r.cut),
        })),
        summary,
        options,
        chosen,
      ),
    twin: capturedTable(title, rows, chosen, site),
  };
}

/** Why those whom a filter chooses tell nothing. */
function nothingTold({cubes: {report}, locale}: Site): string {
  const few = report.smallest_cell > 1;
  return locale === "zh"
    ? `无从比较：所选客户在切分日之后没有带来净额，${few ? "或人数太少，" : ""}或此日尚无满一期的切分日。`
    : `Nothing to compare: these customers brought nothing in all after the cuts, ${few ? "are too few to tell, " : ""}or no cut had a whole period after it by this date.`;
}

function capturedSubtitle(
  rows: readonly MethodRow[],
  chosen: boolean,
  {cubes: {report}, locale}: Site,
): string {
  const money = measures[report.primary_abc_measure][locale];
  const first = rows[0];
  const days = first ? Math.round((Date.parse(first.until) - Date.parse(first.cut)) / 86_400_000) : 0;
  if (locale === "zh") {
    const marks = "小点为各切分日，大点为均值，线为95%区间，虚线为";
    const after = first ? `其后${days}天` : "其后";
    return chosen
      ? `占所选客户${after}${money}的比例；前20%仍从全部客户中选出，选中所选客户较多的方法占比较高；${marks}全部客户中其后金额最高的20%（均值）`
      : `占${after}${money}的比例；${marks}任何20%所能达到的最好（均值）`;
  }
  const marks = "small dots are the cuts, the large dot their mean, the line its 95% interval, the dashes";
  const after = first ? `of the ${days} days that followed` : "that followed";
  return chosen
    ? `Share of the chosen customers’ ${money} ${after}; the top 20% is still that of all customers, so a method that takes more of those chosen catches more; ${marks} the 20% of all that then brought most (mean)`
    : `Share of the ${money} ${after}; ${marks} the best that any 20% could have brought (mean)`;
}

/** The shares at each cut; under a filter also how many of those chosen each method has in its top. */
function capturedTable(title: string, rows: readonly MethodRow[], chosen: boolean, site: Site): Html {
  const {locale, cubes} = site;
  const as = rowCells({}, cubes.report, locale);
  const cuts = [...new Set(rows.map((r) => r.cut))].sort();
  return table(
    title,
    [
      {head: label("cut", locale)},
      ...rankingMethods.map((m) => ({head: methodName(m, site), number: true})),
      {head: chosen ? sentenceCase(bestOfAll[locale]) : label("best_possible", locale), number: true},
    ],
    cuts.flatMap((cut) => {
      const own = rows.filter((r) => r.cut === cut);
      const at = (m: RankingMethod) => own.find((r) => r.method === m);
      const all = count(own[0]!.customers, locale);
      return [
        {
          cells: [
            day(cut, locale),
            ...rankingMethods.map((m) => as.percent(at(m)?.captured ?? null)),
            as.percent(own[0]!.best_possible),
          ],
        },
        ...(chosen
          ? [
              {
                cells: [
                  locale === "zh" ? `所选${all}位客户中入选者` : `in the top, of ${all} chosen`,
                  ...rankingMethods.map((m) => as.count(at(m)?.taken ?? null)),
                  "",
                ],
              },
            ]
          : []),
      ];
    }),
  );
}

/** How far two methods' top groups are the same customers; `chosen` where a filter chooses among those. */
export function agreementExhibit(site: Site, chosen = false): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = cubes.find("method-agreement") ?? [];
  const at = (a: RankingMethod, b: RankingMethod): number | null =>
    a === b
      ? 1
      : (rows.find((r) => (r.one === a && r.other === b) || (r.one === b && r.other === a))?.agreement ??
        null);
  const cut = (cubes.find("methods") ?? []).reduce((day, r) => (r.cut > day ? r.cut : day), "");
  /** Both squares of a pair are of the same customers, and say the same. */
  const ordered = (a: RankingMethod, b: RankingMethod): [RankingMethod, RankingMethod] =>
    rankingMethods.indexOf(a) < rankingMethods.indexOf(b) ? [a, b] : [b, a];
  const square = (one: RankingMethod, other: RankingMethod, share: number) => ({
    title: markWords(
      [`${methodName(one, site)} × ${methodName(other, site)}`],
      percent(share, locale),
      locale,
    ),
    mark: cut && share > 0 ? cellMark("method-agreement", {one, other}, cut) : undefined,
  });
  const cells: MatrixCell[] = rankingMethods.flatMap((a) =>
    rankingMethods.flatMap((b) => {
      const x = at(a, b);
      if (x === null || a === b) return [];
      return [
        {
          row: a,
          column: b,
          text: `${Math.round(x * 100)}%`,
          ...square(...ordered(a, b), x),
          colour: "heat-4",
          strength: x,
        },
      ];
    }),
  );
  const most = rows.reduce<(typeof rows)[number] | null>(
    (m, r) => (m === null || r.agreement > m.agreement ? r : m),
    null,
  );
  const title = zh ? "各方法选出的客户有多少相同" : "How far the methods choose the same customers";
  return {
    id: "agreement",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: chosen
      ? zh
        ? "最近切分日两种方法从全部客户中选出的前20%，只看其中的所选客户：共有客户占两者合计的比例"
        : "The top 20% of two methods at the newest cut, taken from all customers; of those chosen, customers in both, over customers in either"
      : zh
        ? "最近切分日两种方法的前20%：共有客户占两者合计的比例"
        : "The top 20% of two methods at the newest cut: customers in both, over customers in either",
    says: most
      ? zh
        ? `最接近的是${rankings[most.one].zh}与${rankings[most.other].zh}：两者选出的客户中${percent(most.agreement, locale)}相同。`
        : `Closest are ${rankings[most.one].en} and ${rankings[most.other].en}: ${percent(most.agreement, locale)} of the customers that either chooses are in both.`
      : chosen
        ? zh
          ? "最近切分日没有所选客户在任一方法的前20%之内，或当时尚无切分日。"
          : "At the newest cut none of these customers is in the top 20% of any method, or there was no cut yet."
        : whyEmpty("history", locale),
    draw: (options) =>
      matrix(
        rankingMethods.map((m) => ({key: m, name: methodName(m, site)})),
        rankingMethods.map((m) => ({key: m, name: methodName(m, site)})),
        cells,
        {rows: "", columns: ""},
        options,
      ),
    twin: table(
      title,
      [
        {head: label("method", locale)},
        ...rankingMethods.map((m) => ({head: methodName(m, site), number: true})),
      ],
      rankingMethods.map((a) => ({
        cells: [
          methodName(a, site),
          ...rankingMethods.map((b) =>
            a === b ? "–" : rowCells({}, cubes.report, locale).percent(at(a, b)),
          ),
        ],
      })),
    ),
  };
}
