-- What it cost to serve each account.
-- Reads  coverage_periods, costs_to_serve. Makes  account_costs, one row per as-of date and account with a cost by then:
--   cost_to_serve  within the period that ends on the date: each cost is spread evenly over the days of its own period,
--                  and its days inside count
--   cost_so_far    over all days up to the date
-- A cost whose period runs past the date counts for the days up to it.

CREATE OR REPLACE TEMP MACRO part_of(cost, days, of_days) AS
  CASE WHEN days >= of_days THEN cost ELSE round(cost::DOUBLE * greatest(days, 0) / of_days, 4) END::DECIMAL(24, 4);

CREATE OR REPLACE TABLE account_costs AS
WITH spread AS (
  SELECT as_of,
         customer_id,
         cost,
         costs.period_to - costs.period_from + 1 AS days,
         least(costs.period_to, as_of) - greatest(costs.period_from, periods.period_from) + 1 AS inside,
         least(costs.period_to, as_of) - costs.period_from + 1 AS so_far
  FROM coverage_periods AS periods
  JOIN costs_to_serve AS costs ON costs.period_from <= as_of AND costs.period_to >= costs.period_from
)
SELECT as_of,
       customer_id,
       sum(part_of(cost, inside, days))::DECIMAL(24, 4) AS cost_to_serve,
       sum(part_of(cost, so_far, days))::DECIMAL(24, 4) AS cost_so_far
FROM spread
GROUP BY as_of, customer_id
ORDER BY as_of, customer_id;
