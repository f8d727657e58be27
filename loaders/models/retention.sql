-- The retention formula, the baseline beside the lifetime-value model: margin x r / (1 + d - r) (Gupta and Lehmann 2003).
-- Reads  as_of_dates, purchases; variables has_profit, margin, discount_rate (d, a year).
-- Makes  lifetime_retention, one row per as-of date whose history holds two years (a year is 365 days):
--   retention         r, the share of customers with an order in the year before last who ordered again in the last
--   retained_from     how many ordered in the year before last
--   active_customers  how many ordered in the last year
--   margin            profit of the last year, or revenue where the exports give no profit, per active customer

CREATE OR REPLACE TABLE lifetime_retention AS
WITH days AS (
  SELECT as_of FROM as_of_dates
  WHERE role IN ('now', 'quarter_end') AND as_of - 729 >= (SELECT min(day) FROM purchases WHERE orders > 0)
),
years AS (
  SELECT as_of, customer_id,
         bool_or(orders > 0 AND day <= as_of - 365) AS before,
         bool_or(orders > 0 AND day > as_of - 365) AS lately,
         sum(CASE WHEN getvariable('has_profit')
                  THEN costed_profit + uncosted_amount * coalesce(getvariable('margin')::DECIMAL(6, 4), 0)
                  ELSE amount END) FILTER (day > as_of - 365) AS money
  FROM days JOIN purchases ON day <= as_of AND day > as_of - 730
  GROUP BY as_of, customer_id
),
counted AS (
  SELECT as_of,
         count(*) FILTER (before) AS retained_from,
         count(*) FILTER (before AND lately) AS retained,
         count(*) FILTER (lately) AS active_customers,
         coalesce(sum(money), 0)::DOUBLE AS money
  FROM years
  GROUP BY as_of
)
SELECT as_of,
       retained_from::INTEGER AS retained_from,
       active_customers::INTEGER AS active_customers,
       money / active_customers AS margin,
       retained::DOUBLE / retained_from AS retention,
       getvariable('discount_rate')::DOUBLE AS discount_rate
FROM counted
WHERE retained_from > 0 AND active_customers > 0;
