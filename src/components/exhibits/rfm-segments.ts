import type {RfmSegmentRow} from "../../cubes/value.js";
import {rowCells, whyEmpty} from "../absent.js";
import {markWords} from "../charts/mark-words.js";
import {type SegmentLabel, segmentMap} from "../charts/segment-map.js";
import {customerCount} from "../customer-count.js";
import {kpiNow} from "../findings/kpi-now.js";
import {highFrequency} from "../findings/rfm-frequency.js";
import {count, exactMoney, percent} from "../formats.js";
import {segmentCells, segmentOrder} from "../segments.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label, schemes, word} from "../terms.js";
import {classLabel} from "../value-terms.js";
import {windowWords} from "../window-words.js";
import type {Exhibit} from "./exhibit.js";

/** The segments of the newest date, best first. */
function segmentsNow({cubes}: Site): RfmSegmentRow[] {
  const rows = (cubes.find("rfm-segments") ?? []).filter((r) => r.as_of === cubes.report.as_of);
  return segmentOrder(rows.map((r) => r.segment)).map((s) => rows.find((r) => r.segment === s)!);
}

function says(rows: readonly RfmSegmentRow[], site: Site): string {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const now = kpiNow(cubes.read("kpis"));
  const known = rows.filter((r) => r.revenue !== null && r.customers !== null);
  const best = known.reduce<RfmSegmentRow | null>(
    (top, r) => (top === null || r.revenue! > top.revenue! ? r : top),
    null,
  );
  if (rows.some((r) => r.suppressed) && !known.some((r) => r.customers! > 0))
    return zh
      ? "有客户的各细分均已隐去：客户太少，或可由其他日期推出。"
      : "The segments that hold customers are all hidden: too few, or to be worked out from another date.";
  if (!best || now.revenue <= 0 || now.customers === 0)
    return zh ? "没有可显示的细分。" : "There is no segment to show.";
  const name = classLabel("rfm_segment", best.segment, locale);
  const [share, money] = [
    percent(best.customers! / now.customers, locale),
    percent(best.revenue! / now.revenue, locale),
  ];
  const gone = known.find((r) => r.segment === "cannot_lose" && r.customers! > 0);
  const often = highFrequency(cubes.find("rfm-thresholds") ?? [], cubes.report).means === "often";
  if (zh)
    return `“${name}”占客户的${share}，带来${money}的收入${gone ? `；${count(gone.customers!, locale)}位“不能失去”的客户${often ? "曾最常购买，" : ""}现已沉寂` : ""}。`;
  const quiet = gone
    ? `; ${count(gone.customers!, locale)} who can’t be lost ${often ? "bought most often and " : ""}${gone.customers === 1 ? "has" : "have"} gone quiet`
    : "";
  return `The segment “${name.charAt(0).toLowerCase()}${name.slice(1)}” is ${share} of customers and brings ${money} of revenue${quiet}.`;
}

/** The named segments on the 25 cells of recency and frequency, with what each holds. */
export function segmentMapExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = segmentsNow(site);
  const now = kpiNow(cubes.read("kpis"));
  const cells = segmentCells(cubes.read("settings"));
  const title = zh
    ? "客户细分：近度与频度的25个单元"
    : "Named segments on the 25 cells of recency and frequency";
  const labels: SegmentLabel[] = segmentOrder(cells.map((c) => c.segment)).map((segment) => {
    const row = rows.find((r) => r.segment === segment);
    const name = classLabel("rfm_segment", segment, locale);
    if (row?.suppressed)
      return {
        segment,
        lines: [name, word("suppressed", locale)],
        title: markWords([name], word("suppressed", locale), locale),
        suppressed: true,
      };
    const customers = row?.customers ?? 0;
    const revenue = row?.revenue ?? 0;
    const share = now.revenue > 0 ? percent(revenue / now.revenue, locale) : null;
    return {
      segment,
      lines: [
        name,
        count(customers, locale),
        ...(share ? [`${zh ? "收入" : ""}${share}${zh ? "" : " rev."}`] : []),
      ],
      title: markWords(
        [name],
        zh
          ? `${customerCount(customers, locale)}，收入${exactMoney(revenue, report, locale)}`
          : `${customerCount(customers, locale)}, revenue ${exactMoney(revenue, report, locale)}`,
        locale,
      ),
      suppressed: false,
      mark: customers > 0 ? `segment:${segment}` : undefined,
    };
  });
  return {
    id: "segment-map",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `各细分的客户数与收入占比；色块大小只表示得分范围；${windowWords(report, locale)}；评分方案：${schemes[report.primary_scheme].zh}`
      : `Customers and share of revenue (rev.) of each segment; a field’s size is its range of scores; ${windowWords(report, locale)}; scores: ${schemes[report.primary_scheme].en}`,
    says: says(rows, site),
    draw: (options) => segmentMap(cells, labels, options),
    twin: table(
      title,
      [
        {head: label("segment", locale)},
        {head: zh ? "单元（R×F）" : "Cells (R×F)"},
        {head: label("customers", locale), number: true},
        {head: label("share_customers", locale), number: true},
        {head: label("orders", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("share_revenue", locale), number: true},
        {head: label("profit", locale), number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, report, locale);
        return {
          cells: [
            classLabel("rfm_segment", r.segment, locale),
            cells
              .filter((c) => c.segment === r.segment)
              .map((c) => `${c.r}${c.f}`)
              .join(" "),
            as.count(r.customers),
            as.percent(r.customers === null || now.customers === 0 ? null : r.customers / now.customers),
            as.count(r.orders),
            as.money(r.revenue),
            as.percent(r.revenue === null || now.revenue <= 0 ? null : r.revenue / now.revenue),
            as.profit(r.profit),
          ],
        };
      }),
    ),
  };
}
