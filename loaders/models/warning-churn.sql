-- Churn: who bought in the year before last and not in the last one, and what that cost.
-- Reads  yearly_spending, warning_days, purchases, costs_to_serve.
-- Makes  churned, one row per customer with an order in the first of the two years and as-of date with two whole years of
--        365 days of history before it: what it brought in the first, net, and whether it had no order in the second.
-- Makes  churn, one row per such date:
--   customers       those with an order in the first of the two years; revenue, what they brought in it, net
--   lost            those of them without an order in the second; revenue_lost, what they had brought in the first
--   keeping_cost    mean cost to serve of a customer with any, over the periods that ended in the second year; null
--                   without costs

CREATE OR REPLACE TABLE churned AS
WITH whole AS (
  SELECT as_of FROM warning_days WHERE is_report AND as_of - 729 >= (SELECT min(day) FROM purchases WHERE orders > 0)
)
SELECT as_of, customer_id, amount_before, buying_days = 0 AS lost
FROM whole JOIN yearly_spending USING (as_of)
WHERE buying_days_before > 0;

CREATE OR REPLACE TABLE churn AS
WITH costs AS (
  SELECT as_of, (sum(cost) / nullif(count(DISTINCT customer_id), 0))::DECIMAL(24, 4) AS keeping_cost
  FROM (SELECT DISTINCT as_of FROM churned) JOIN costs_to_serve ON period_to <= as_of AND period_to > as_of - 365
  GROUP BY as_of
)
SELECT as_of,
       count(*) AS customers,
       coalesce(sum(amount_before), 0)::DECIMAL(24, 4) AS revenue,
       count(*) FILTER (lost) AS lost,
       coalesce(sum(amount_before) FILTER (lost), 0)::DECIMAL(24, 4) AS revenue_lost,
       any_value(keeping_cost) AS keeping_cost
FROM churned LEFT JOIN costs USING (as_of)
GROUP BY as_of;

DROP TABLE yearly_spending;
