import type {RfmBand} from "../../cubes/value.js";
import type {Locale} from "../../cubes.js";
import {rowCells, whyEmpty} from "../absent.js";
import {type GroupBar, groupBars} from "../charts/group-bars.js";
import {cellMark} from "../drill/cell-mark.js";
import {kpiNow} from "../findings/kpi-now.js";
import {count, exactMoney, percent} from "../formats.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label} from "../terms.js";
import {classLabel} from "../value-terms.js";
import {windowWords} from "../window-words.js";
import type {Exhibit} from "./exhibit.js";

const order: readonly RfmBand[] = ["keep", "invest", "avoid"];
const colours: Record<RfmBand, string> = {
  keep: "segment-champions",
  invest: "segment-potential-loyalist",
  avoid: "segment-cannot-lose",
};

type Parts = Record<"keep" | "brings" | "avoid" | "left", number | null>;

/** What the bands hold of the customers and bring of the revenue; of few customers there may be none. */
function bandsSay({keep, brings, avoid, left}: Parts, hidden: boolean, locale: Locale): string {
  const zh = locale === "zh";
  if (hidden) return zh ? "部分分组客户太少，已隐去。" : "Some bands hold too few customers to be shown.";
  if (keep === null || avoid === null) return whyEmpty("nothing", locale);
  const [kept, avoided] = [percent(keep, locale), percent(avoid, locale)];
  if (brings === null || left === null)
    return zh
      ? `应予保持的占客户的${kept}，应予避免的占${avoided}。`
      : `Those to keep are ${kept} of customers, those to avoid ${avoided}.`;
  const [much, little] = [percent(brings, locale), percent(left, locale)];
  return zh
    ? `应予保持的占客户的${kept}，带来${much}的收入；应予避免的占${avoided}，带来${little}。`
    : `Those to keep are ${kept} of customers and bring ${much} of revenue; those to avoid are ${avoided} and bring ${little}.`;
}

/** The three bands of the rank R x F x M: customers, revenue and profit of each. */
export function bandsExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const all = (cubes.find("rfm-bands") ?? []).filter((r) => r.as_of === report.as_of);
  const rows = order.flatMap((b) => all.filter((r) => r.band === b));
  const now = kpiNow(cubes.read("kpis"));
  const quantities = (["customers", "revenue", "profit"] as const).filter(
    (q) => q !== "profit" || report.has_profit,
  );
  const wholes = {customers: now.customers, revenue: now.revenue, profit: now.profit ?? 0};
  const bars: GroupBar[] = quantities.flatMap((q) =>
    rows.map((r) => {
      const value = r[q];
      const share = value !== null && wholes[q] > 0 ? value / wholes[q] : null;
      const exact =
        value === null ? "–" : q === "customers" ? count(value, locale) : exactMoney(value, report, locale);
      return {
        group: r.band,
        quantity: q,
        share,
        text: share === null ? "–" : percent(share, locale),
        exact: share === null ? exact : `${percent(share, locale)} · ${exact}`,
        suppressed: r.suppressed,
        mark: r.customers ? cellMark("rfm-bands", {band: r.band}) : undefined,
      };
    }),
  );
  const title = zh ? "R×F×M排名的三段" : "The rank R×F×M in three bands";
  const part = (b: RfmBand, q: "customers" | "revenue"): number | null => {
    const value = rows.find((r) => r.band === b)?.[q] ?? null;
    return value === null || wholes[q] <= 0 ? null : value / wholes[q];
  };
  const [keep, brings, avoid, left] = [
    part("keep", "customers"),
    part("keep", "revenue"),
    part("avoid", "customers"),
    part("avoid", "revenue"),
  ];
  const names = {
    customers: label("share_customers", locale),
    revenue: label("share_revenue", locale),
    profit: label("share_profit", locale),
  };
  return {
    id: "rfm-bands",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `按三项得分之积从大到小排名，同积依次按值度、频度、近度、编号；${windowWords(report, locale)}`
      : `Ranked by the product of the three scores, ties by money, frequency, recency and id; ${windowWords(report, locale)}`,
    says: bandsSay(
      {keep, brings, avoid, left},
      rows.some((r) => r.suppressed),
      locale,
    ),
    draw: (options) =>
      groupBars(
        rows.map((r) => ({
          key: r.band,
          name: classLabel("rfm_band", r.band, locale),
          colour: colours[r.band],
        })),
        quantities.map((key) => ({key, name: names[key]})),
        bars,
        options,
      ),
    twin: table(
      title,
      [
        {head: label("band", locale)},
        {head: label("customers", locale), number: true},
        {head: label("orders", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("profit", locale), number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, report, locale);
        return {
          cells: [
            classLabel("rfm_band", r.band, locale),
            as.count(r.customers),
            as.count(r.orders),
            as.money(r.revenue),
            as.profit(r.profit),
          ],
        };
      }),
    ),
  };
}
