import type {RfmBand} from "../../cubes/value.js";
import type {Locale, RfmRow} from "../../cubes.js";
import {rowCells, whyEmpty} from "../absent.js";
import {type GroupBar, groupBars} from "../charts/group-bars.js";
import {customerLink} from "../customer-link.js";
import {cellMark} from "../drill/cell-mark.js";
import {kpiNow} from "../findings/kpi-now.js";
import {cellGroup} from "../findings/rfm.js";
import {count, exactMoney, percent} from "../formats.js";
import {type Html, html} from "../html.js";
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

interface CustomerList {
  id: string;
  name: string;
  rule: string;
  test: (row: Pick<RfmRow, "r" | "f" | "m">) => boolean;
}

function lists(locale: Site["locale"]): CustomerList[] {
  const zh = locale === "zh";
  const high = (row: Pick<RfmRow, "r" | "f" | "m">): number =>
    [row.r, row.f, row.m].filter((s) => s >= 4).length;
  return [
    {
      id: "key",
      name: zh ? "关键客户" : "Key customers",
      rule: zh ? "R、F、M都得4或5分" : "R, F and M all 4 or 5",
      test: (row) => high(row) === 3,
    },
    {
      id: "breakthrough",
      name: zh ? "重点突破的客户" : "To break through with",
      rule: zh ? "三项中两项得4或5分，差一项即为关键客户" : "two of the three 4 or 5: one score short of key",
      test: (row) => high(row) === 2,
    },
    {
      id: "poor",
      name: zh ? "劣质客户" : "Poor customers",
      rule: zh ? "R、F、M都得1或2分" : "R, F and M all 1 or 2",
      test: (row) => Math.max(row.r, row.f, row.m) <= 2,
    },
  ];
}

/** The three lists that a reader asks for: key customers, those to break through with, poor ones. Names only where this audience may see them. */
export function threeLists(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const now = kpiNow(cubes.read("kpis"));
  const cells = cubes.read("rfm").filter((r) => r.scheme === report.primary_scheme);
  const members = cubes.find("rfm-members")?.filter((r) => r.scheme === report.primary_scheme) ?? null;
  const caption = zh ? "名单与规则" : "The lists and their rules";
  const least = (exact: boolean): string => (exact ? "" : zh ? "至少" : "at least ");
  const summary = table(
    caption,
    [
      {head: zh ? "名单" : "List"},
      {head: zh ? "规则（自定）" : "Rule (chosen)"},
      {head: label("customers", locale), number: true},
      {head: label("share_customers", locale), number: true},
      {head: label("revenue", locale), number: true},
    ],
    lists(locale).map((l) => {
      const group = cellGroup(cells, l.test);
      const hidden = rowCells({suppressed: true}, report, locale);
      // "At least none" says nothing.
      const told = group.exact || group.customers > 0;
      return {
        id: `list-${l.id}`,
        cells: [
          l.name,
          l.rule,
          told ? `${least(group.exact)}${count(group.customers, locale)}` : hidden.count(null),
          told
            ? `${least(group.exact)}${now.customers > 0 ? percent(group.customers / now.customers, locale) : "–"}`
            : hidden.percent(null),
          group.revenue === null ? hidden.money(null) : exactMoney(group.revenue, report, locale),
        ],
      };
    }),
  );
  if (members === null || members.length === 0) return summary;
  const most = 8;
  const named = lists(locale).map((l) => {
    const mine = members
      .filter(l.test)
      .sort((a, b) => b.revenue - a.revenue || (a.customer_id < b.customer_id ? -1 : 1))
      .slice(0, most);
    const head = zh
      ? `${l.name}：金额最大的${count(mine.length, locale)}位`
      : `${l.name}: the ${count(mine.length, locale)} largest`;
    if (mine.length === 0) return null;
    return html`<details><summary>${head}</summary>${table(
      head,
      [
        {head: label("customer", locale)},
        {head: label("name", locale)},
        {head: label("cell", locale)},
        {head: zh ? "距上次购买天数" : "Days since the last purchase", number: true},
        {head: label("orders", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("profit", locale), number: true},
      ],
      mine.map((m) => {
        const as = rowCells({}, report, locale);
        return {
          cells: [
            customerLink(m.customer_id),
            m.name ?? "–",
            `${m.r}${m.f}${m.m}`,
            as.count(m.recency_days),
            as.count(m.orders),
            as.money(m.revenue),
            as.profit(m.profit),
          ],
        };
      }),
    )}</details>`;
  });
  return html`${summary}${named}`;
}
