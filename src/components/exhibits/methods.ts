import type {MethodSummaryRow, RankingMethod} from "../../cubes/value.js";
import {rowCells, whyEmpty} from "../absent.js";
import {capturedDots} from "../charts/captured-dots.js";
import {type MatrixCell, matrix} from "../charts/matrix.js";
import {methodsVerdict} from "../findings/methods.js";
import {day, percent} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label, measures, sentenceCase} from "../terms.js";
import {rankings} from "../value-terms.js";
import type {Exhibit} from "./exhibit.js";

const order: readonly RankingMethod[] = ["abc", "rfm", "clv", "last_spend", "recency"];

/** The summaries, best mean first. */
export function summaries({cubes}: Site): MethodSummaryRow[] {
  return [...(cubes.find("method-summary") ?? [])].sort(
    (a, b) => b.mean - a.mean || order.indexOf(a.method) - order.indexOf(b.method),
  );
}

const name = (m: RankingMethod, {locale}: Site): string => sentenceCase(rankings[m][locale]);

/** Each method's captured share at each cut, its mean with the interval, and the best possible. */
export function capturedExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("methods") ?? [];
  const summary = summaries(site);
  const money = measures[report.primary_abc_measure][locale];
  const cuts = [...new Set(rows.map((r) => r.cut))].sort();
  const at = (cut: string, m: RankingMethod) => rows.find((r) => r.cut === cut && r.method === m);
  const title = zh ? "各方法选出的前20%客户，其后带来多少" : "What each method’s top 20% went on to bring";
  const first = rows[0];
  const days = first ? Math.round((Date.parse(first.until) - Date.parse(first.cut)) / 86_400_000) : 0;
  return {
    id: "captured",
    missing: rows.length === 0 || summary.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `占其后${days}天${money}的比例；小点为各切分日，大点为均值，线为95%区间，虚线为任何20%所能达到的最好`
      : `Share of the ${money} of the ${days} days that followed; small dots are the cuts, the large dot their mean, the line its 95% interval, the dashes the best that any 20% could have brought`,
    says: methodsVerdict(summary, locale),
    draw: (options) => capturedDots(rows, summary, options),
    twin: html`${table(
      title,
      [
        {head: label("cut", locale)},
        ...order.map((m) => ({head: name(m, site), number: true})),
        {head: label("best_possible", locale), number: true},
      ],
      cuts.map((cut) => {
        const as = rowCells({}, report, locale);
        return {
          cells: [
            day(cut, locale),
            ...order.map((m) => as.percent(at(cut, m)?.captured ?? null)),
            as.percent(rows.find((r) => r.cut === cut)?.best_possible ?? null),
          ],
        };
      }),
    )}`,
  };
}

/** Means, intervals, wins and rank correlations of the methods. */
export function summaryTable(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = summaries(site);
  if (rows.length === 0) return html``;
  const as = rowCells({}, cubes.report, locale);
  return table(
    zh ? "各方法的均值与区间" : "The methods’ means and intervals",
    [
      {head: label("method", locale)},
      {head: zh ? "切分日数" : "Cuts", number: true},
      {head: zh ? "平均占比" : "Mean captured share", number: true},
      {head: label("interval", locale), number: true},
      {head: label("wins", locale), number: true},
      {head: label("rank_correlation", locale), number: true},
    ],
    rows.map((r) => ({
      cells: [
        name(r.method, site),
        as.count(r.cuts),
        as.percent(r.mean),
        r.low === null || r.high === null
          ? "–"
          : zh
            ? `${percent(r.low, locale)}至${percent(r.high, locale)}`
            : `${percent(r.low, locale)} to ${percent(r.high, locale)}`,
        as.count(r.wins),
        as.number(r.rank_correlation),
      ],
    })),
  );
}

/** How far two methods' top groups are the same customers. */
export function agreementExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = cubes.find("method-agreement") ?? [];
  const present = order.filter((m) => rows.some((r) => r.one === m || r.other === m));
  const at = (a: RankingMethod, b: RankingMethod): number | null =>
    a === b
      ? 1
      : (rows.find((r) => (r.one === a && r.other === b) || (r.one === b && r.other === a))?.agreement ??
        null);
  const cells: MatrixCell[] = present.flatMap((a) =>
    present.flatMap((b) => {
      const x = at(a, b);
      if (x === null || a === b) return [];
      return [
        {
          row: a,
          column: b,
          text: `${Math.round(x * 100)}%`,
          title: `${name(a, site)} × ${name(b, site)}: ${percent(x, locale)}`,
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
    subtitle: zh
      ? "最近切分日两种方法的前20%：共有客户占两者合计的比例"
      : "The top 20% of two methods at the newest cut: customers in both, over customers in either",
    says: most
      ? zh
        ? `最接近的是${rankings[most.one].zh}与${rankings[most.other].zh}：两者选出的客户中${percent(most.agreement, locale)}相同。`
        : `Closest are ${rankings[most.one].en} and ${rankings[most.other].en}: ${percent(most.agreement, locale)} of the customers that either chooses are in both.`
      : whyEmpty("history", locale),
    draw: (options) =>
      matrix(
        present.map((m) => ({key: m, name: name(m, site)})),
        present.map((m) => ({key: m, name: name(m, site)})),
        cells,
        {rows: "", columns: ""},
        options,
      ),
    twin: table(
      title,
      [{head: label("method", locale)}, ...present.map((m) => ({head: name(m, site), number: true}))],
      present.map((a) => ({
        cells: [
          name(a, site),
          ...present.map((b) => (a === b ? "–" : rowCells({}, cubes.report, locale).percent(at(a, b)))),
        ],
      })),
    ),
  };
}

const verdicts: Record<"abc" | "rfm" | "clv", {en: [string, string]; zh: [string, string]}> = {
  abc: {
    en: ["simple and cheap", "looks at the past alone"],
    zh: ["简单、成本低", "只看过去"],
  },
  rfm: {
    en: ["easy to do, and sees behaviour", "blind to what was spent on the customer"],
    zh: ["容易操作，反映购买行为", "不考虑为客户花费的成本"],
  },
  clv: {
    en: ["sees the future too", "by judgement: costly, and only as sure as its assumptions"],
    zh: ["兼顾未来", "依赖判断：成本高，准确性取决于假设"],
  },
};

/** What the source says of the three methods, in its words, beside what is measured here. */
export function verdictTable(site: Site): Html {
  const {locale} = site;
  const zh = locale === "zh";
  const rows = summaries(site);
  return table(
    zh ? "文献的评价与此处的测量" : "The source’s verdicts beside what is measured here",
    [
      {head: label("method", locale)},
      {head: zh ? "优点（文献之说）" : "In its favour (claimed)"},
      {head: zh ? "缺点（文献之说）" : "Against it (claimed)"},
      {head: zh ? "此处测得：平均占比" : "Measured here: mean captured share", number: true},
    ],
    (["abc", "rfm", "clv"] as const).map((m) => {
      const found = rows.find((r) => r.method === m);
      return {
        cells: [
          name(m, site),
          verdicts[m][locale][0],
          verdicts[m][locale][1],
          found ? percent(found.mean, locale) : zh ? "历史太短，未测" : "not measured: too little history",
        ],
      };
    }),
  );
}
