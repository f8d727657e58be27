import type {Locale} from "../../cubes.js";

/** A query to begin with. */
interface ExampleQuery extends Record<Locale, string> {
  name: string;
  sql: string;
}

/**
 * Queries over the workbench's tables, each of which runs as it stands; whoever has been silent for more than `goneDays` is
 * lost, as for the warning.
 */
export const exampleQueries = (goneDays: number): readonly ExampleQuery[] => [
  {
    name: "unvisited",
    en: "Largest customers without a visit in 180 days",
    zh: "180天未访问的大客户",
    sql: `SELECT name, revenue, customer_id, owner, last_visit_on
FROM scores
WHERE is_customer AND (last_visit_on IS NULL OR last_visit_on < as_of - 180)
ORDER BY revenue DESC
LIMIT 20;`,
  },
  {
    name: "segments-regions",
    en: "RFM segments by region",
    zh: "RFM细分与地区",
    sql: `PIVOT (
  SELECT segment, coalesce(region, 'unknown') AS region FROM scores WHERE is_customer
)
ON region
USING count(*)
GROUP BY segment
ORDER BY segment;`,
  },
  {
    name: "classes-stages",
    en: "ABC class by wallet stage, with the gap",
    zh: "ABC分类与采购份额阶段，附差额",
    sql: `SELECT abc || ' ' || wallet_stage AS class_and_stage,
       count(*) AS customers,
       sum(revenue) AS revenue,
       sum(wallet_gap) AS gap
FROM scores
WHERE is_customer
GROUP BY ALL
ORDER BY class_and_stage;`,
  },
  {
    name: "worth-keeping",
    en: "Likely to be lost, and worth most",
    zh: "可能流失的高价值客户",
    sql: `SELECT name, clv, customer_id, p_alive, recency_days, owner
FROM scores
WHERE p_alive < 0.5
  AND recency_days <= ${goneDays} -- longer silent: lost already
  AND clv >= (SELECT quantile_cont(clv, 0.8) FROM scores WHERE is_customer)
ORDER BY clv DESC;`,
  },
  {
    name: "gini",
    en: "The Gini of revenue, by hand",
    zh: "自行计算收入的基尼系数",
    sql: `WITH ledger AS (
  SELECT revenue, row_number() OVER (ORDER BY revenue) AS place, count(*) OVER () AS n
  FROM scores
  WHERE is_customer OR is_refund_only
)
SELECT count(*) AS customers,
       sum((2 * place - n - 1) * revenue)::DOUBLE / (any_value(n) * sum(abs(revenue)))::DOUBLE AS gini
FROM ledger;`,
  },
  {
    name: "pyramids",
    en: "HSBC pyramid by migration pyramid",
    zh: "汇丰金字塔与客户金字塔",
    sql: `SELECT hsbc,
       count(*) FILTER (metal = 'diamond') AS diamond,
       count(*) FILTER (metal = 'gold') AS gold,
       count(*) FILTER (metal = 'brass') AS brass,
       count(*) FILTER (metal = 'lead') AS lead
FROM scores
WHERE NOT is_refund_only
GROUP BY hsbc
ORDER BY hsbc;`,
  },
  {
    name: "months-of-a",
    en: "Monthly revenue of class A",
    zh: "A类客户的月收入",
    sql: `SELECT month, sum(purchases_monthly.revenue) AS revenue, count(*) AS customers
FROM purchases_monthly
JOIN scores USING (customer_id)
WHERE abc = 'A'
GROUP BY month
ORDER BY month;`,
  },
  {
    name: "owners",
    en: "What each account manager holds, and what is at risk",
    zh: "各负责人的客户与风险金额",
    sql: `SELECT coalesce(owner, 'nobody') AS owner,
       count(*) AS customers,
       sum(revenue) AS revenue,
       count(*) FILTER (alerts > 0) AS warned,
       sum(at_risk) AS at_risk
FROM scores
WHERE is_customer
GROUP BY ALL
ORDER BY revenue DESC;`,
  },
  {
    name: "cohorts",
    en: "Customers by the quarter of their first order",
    zh: "按首单季度看客户",
    sql: `SELECT date_trunc('quarter', first_order_on) AS quarter,
       count(*) AS customers,
       count(*) FILTER (orders > 0) AS still_active,
       sum(revenue) AS revenue
FROM scores
WHERE is_customer
GROUP BY quarter
ORDER BY quarter;`,
  },
  {
    name: "past-and-future",
    en: "Revenue against lifetime value still to come",
    zh: "收入与未来生命周期价值",
    sql: `SELECT revenue, clv_future, customer_id, name, abc
FROM scores
WHERE clv_future IS NOT NULL
ORDER BY revenue DESC
LIMIT 500;`,
  },
];
