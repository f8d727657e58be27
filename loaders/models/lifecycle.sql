-- The phase of each account in the relationship's life, at the newest date: acquisition, growth, maturity.
-- Reads  scores, as_of_dates, purchases; variables acquisition_days (180), maturity_days (730), growth_above (1.1),
--        inactive_days (365). The names are the source's, the rules are chosen.
-- Makes  lifecycle (customer_id, phase, last_year, year_before), one row per account that didn't only give back:
--   prospect     known and never bought: the source's phase of acquisition before the first order
--   acquisition  a first order within the last 180 days
--   inactive     no order within the last 365 days; outside the source's phases
--   maturity     first order at least 730 days ago, and the last 365 days brought at most 1.1 times the 365 before
--   growth       all others: younger, or still growing

CREATE OR REPLACE TABLE lifecycle AS
WITH today AS (SELECT as_of FROM as_of_dates WHERE role = 'now'),
years AS (
  SELECT customer_id,
         coalesce(sum(amount) FILTER (day > as_of - 365), 0) AS last_year,
         coalesce(sum(amount) FILTER (day <= as_of - 365), 0) AS year_before
  FROM purchases, today
  WHERE day <= as_of AND day > as_of - 730
  GROUP BY customer_id
)
SELECT customer_id,
       CASE WHEN NOT is_customer THEN 'prospect'
            WHEN as_of - first_order_on < getvariable('acquisition_days') THEN 'acquisition'
            WHEN recency_days >= getvariable('inactive_days') THEN 'inactive'
            WHEN as_of - first_order_on >= getvariable('maturity_days')
                 AND coalesce(last_year, 0) <= getvariable('growth_above') * greatest(coalesce(year_before, 0), 0)
              THEN 'maturity'
            ELSE 'growth' END AS phase,
       coalesce(last_year, 0)::DECIMAL(24, 4) AS last_year,
       coalesce(year_before, 0)::DECIMAL(24, 4) AS year_before
FROM scores JOIN today USING (as_of) LEFT JOIN years USING (customer_id)
WHERE NOT is_refund_only
ORDER BY customer_id;
