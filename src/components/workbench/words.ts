import type {Locale} from "../../cubes.js";
import type {GroupWords} from "./arrange.js";

/** What the workbench says while it is used; the words stand in the page, in its language. */
export interface WorkbenchWords {
  given: string;
  opening: string;
  /** `{n}` of `{all}` customers, `{months}` of `{allMonths}` months. */
  opened: string;
  openedInPart: string;
  running: string;
  failed: string;
  wrong: string;
  stopped: string;
  /** Nothing ran: `{word}` is what its statement begins with. */
  refused: string;
  /** What the script made, changed or dropped is gone again. */
  undone: string;
  empty: string;
  /** `{n}` rows in `{ms}` ms. */
  rows: string;
  row: string;
  more: string;
  none: string;
  result: string;
  csv: string;
  /** The same where rows were left out or grouped. */
  csvArranged: string;
  sort: string;
  arrange: string;
  filter: string;
  group: string;
  ungrouped: string;
  how: string;
  of: string;
  count: string;
  sum: string;
  mean: string;
  grouping: GroupWords;
  /** `{n}` of `{all}` rows. */
  filtered: string;
  /** `{n}` groups of `{all}` rows. */
  grouped: string;
  chart: string;
  x: string;
  y: string;
  mark: string;
  bars: string;
  dots: string;
  line: string;
  histogram: string;
  /** `{y}` by `{x}`, `{n}` of `{all}` rows. */
  drawn: string;
  drawnInPart: string;
  drawnCounts: string;
  noNumber: string;
}

export const workbenchWords: Record<Locale, WorkbenchWords> = {
  en: {
    given: "This query came with the link. Read it, then run it.",
    opening: "Loading DuckDB and the scores …",
    opened: "Ready: all {all} customers and {allMonths} of their months.",
    openedInPart:
      "Ready: {n} of {all} customers, the largest by revenue, and {months} of {allMonths} months. The caps are settings of the report.",
    running: "Running …",
    failed: "The workbench could not be loaded. Check the connection and try again.",
    wrong: "The query failed; DuckDB says:",
    stopped: "Stopped. The next query opens the workbench anew.",
    refused: "The workbench doesn’t run {word}: each query starts from the same tables. Nothing was run.",
    undone: "The tables are as they were: what the query made, changed or dropped is undone.",
    empty: "There is no query to run.",
    rows: "{n} rows in {ms} ms.",
    row: "One row in {ms} ms.",
    none: "No rows: nothing fits the query. It took {ms} ms.",
    more: "{n} more rows are in the CSV.",
    result: "Result of the query",
    csv: "Save all rows as CSV",
    csvArranged: "Save these rows as CSV",
    sort: "Sort by this column",
    arrange: "Arrange the result",
    filter: "rows with",
    group: "group by",
    ungrouped: "nothing",
    how: "show",
    of: "of",
    count: "how many",
    sum: "the sum",
    mean: "the mean",
    grouping: {count: "rows", sum: "sum of {x}", mean: "mean of {x}"},
    filtered: "{n} of {all} rows.",
    grouped: "{n} groups, from {all} rows of the query.",
    chart: "Quick chart",
    x: "across",
    y: "number",
    mark: "drawn as",
    bars: "bars",
    dots: "dots",
    line: "a line",
    histogram: "a histogram",
    drawn: "{y} by {x}: all {all} rows",
    drawnInPart: "{y} by {x}: the first {n} of {all} rows",
    drawnCounts: "How often {y} takes which values: all {all} rows",
    noNumber: "The result has no column of numbers to draw.",
  },
  zh: {
    given: "此查询来自链接，请先阅读再运行。",
    opening: "正在加载DuckDB与评分表……",
    opened: "就绪：共{all}位客户、{allMonths}个客户月，全部载入。",
    openedInPart: "就绪：{all}位客户中收入最多的{n}位，{allMonths}个客户月中的{months}个。上限见报告的设置。",
    running: "正在运行……",
    failed: "工作台无法加载。请检查网络后重试。",
    wrong: "查询失败，DuckDB的提示为：",
    stopped: "已停止。下次查询将重新打开工作台。",
    refused: "工作台不运行{word}：每次查询都从同样的表开始。未运行任何语句。",
    undone: "各表保持原样：查询所建、所改、所删均已撤销。",
    empty: "没有可运行的查询。",
    rows: "{n}行，用时{ms}毫秒。",
    row: "1行，用时{ms}毫秒。",
    none: "没有符合查询的行，用时{ms}毫秒。",
    more: "其余{n}行见CSV。",
    result: "查询结果",
    csv: "全部保存为CSV",
    csvArranged: "将这些行保存为CSV",
    sort: "按此列排序",
    arrange: "整理结果",
    filter: "筛选含",
    group: "分组",
    ungrouped: "不分组",
    how: "显示",
    of: "数值",
    count: "行数",
    sum: "合计",
    mean: "平均",
    grouping: {count: "行数", sum: "{x}合计", mean: "{x}平均"},
    filtered: "{all}行中的{n}行。",
    grouped: "查询的{all}行分为{n}组。",
    chart: "快速图表",
    x: "横向",
    y: "数值",
    mark: "形式",
    bars: "条形",
    dots: "散点",
    line: "折线",
    histogram: "直方图",
    drawn: "按{x}看{y}：全部{all}行",
    drawnInPart: "按{x}看{y}：{all}行中的前{n}行",
    drawnCounts: "{y}的分布：全部{all}行",
    noNumber: "结果中没有可画的数值列。",
  },
};

/** A sentence with its values in their places. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
