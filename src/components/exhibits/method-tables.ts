import {rowCells} from "../absent.js";
import {percent} from "../formats.js";
import {type Html, html} from "../html.js";
import {methodSummaries} from "../methods/summaries.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label} from "../terms.js";
import {methodName} from "./methods.js";

/** Means, intervals, wins and rank correlations of the methods. */
export function summaryTable(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = methodSummaries(site.cubes);
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
        methodName(r.method, site),
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
  const rows = methodSummaries(site.cubes);
  return table(
    zh ? "文献的评价与本报告的测量" : "The source’s verdicts beside what is measured here",
    [
      {head: label("method", locale)},
      {head: zh ? "优点（文献之说）" : "In its favour (claimed)"},
      {head: zh ? "缺点（文献之说）" : "Against it (claimed)"},
      {head: zh ? "本报告测得：平均占比" : "Measured here: mean captured share", number: true},
    ],
    (["abc", "rfm", "clv"] as const).map((m) => {
      const found = rows.find((r) => r.method === m);
      return {
        cells: [
          methodName(m, site),
          verdicts[m][locale][0],
          verdicts[m][locale][1],
          found ? percent(found.mean, locale) : zh ? "历史太短，未测" : "not measured: too little history",
        ],
      };
    }),
  );
}
