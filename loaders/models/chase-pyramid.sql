-- Chase's five groups by yearly benefit, at the newest date, and a sixth for customers that the source leaves out.
-- Reads  scores, as_of_dates, purchases, purchases_by_category, complaints; variables margin, chase_blue_times, chase_green_times,
--        chase_blue_fee_times, chase_green_fee_times (of the mean benefit of those who bring one), or in their place the
--        amounts of money chase_blue, chase_green, chase_blue_fee, chase_green_fee; chase_fee_categories (a list),
--        chase_simple_categories, chase_simple_complaints, chase_loyal_frequency.
-- Makes  chase_pyramid, one row per customer on the ledger. The year is the 365 days that end on the as-of date,
--        whatever the window; the benefit is its profit, or its revenue where the exports give no profit; the fee
--        business is the revenue of the fee categories in the months that the year touches.
--   blue      the benefit or the fee business at or above its first line (US$ 5m and 3m at Chase: 5 and 3 times the mean)
--   green     at or above its second line (US$ 3m and 1m: 3 times and once the mean)
--   exit      no benefit, or a loss
--   transfer  complex needs (more than two categories, or more than two complaints) and little benefit
--   red       simple needs, little benefit, loyal (F of at least 3); other: the same and not loyal
--   none      those who only gave back: no customers, and outside the mean

CREATE OR REPLACE TABLE chase_pyramid AS
WITH today AS (SELECT as_of, as_of - 364 AS year_from FROM as_of_dates WHERE role = 'now'),
years AS (
  SELECT customer_id,
         CASE WHEN getvariable('has_profit') AND getvariable('margin') IS NULL THEN sum(costed_profit)::DECIMAL(24, 4)
              WHEN getvariable('has_profit')
                THEN sum(costed_profit + uncosted_amount * getvariable('margin')::DECIMAL(6, 4))::DECIMAL(24, 4)
              ELSE sum(amount)::DECIMAL(24, 4) END AS benefit
  FROM purchases, today
  WHERE day BETWEEN year_from AND as_of
  GROUP BY customer_id
),
by_category AS (
  SELECT customer_id, category, sum(amount) AS amount
  FROM purchases_by_category, today
  WHERE month >= date_trunc('month', year_from) AND month <= as_of
  GROUP BY customer_id, category
),
needs AS (
  SELECT customer_id,
         count(*) FILTER (amount > 0) AS categories,
         coalesce(sum(amount) FILTER (list_contains(getvariable('chase_fee_categories'), category)), 0) AS fee_business
  FROM by_category
  GROUP BY customer_id
),
complained AS (
  SELECT customer_id, count(*) AS complaints
  FROM complaints, today
  WHERE opened_on BETWEEN year_from AND as_of AND coalesce(valid, true)
  GROUP BY customer_id
),
on_ledger AS (
  SELECT customer_id, is_customer, f, coalesce(complaints, 0) AS complaints,
         coalesce(benefit, 0)::DECIMAL(24, 4) AS benefit,
         coalesce(fee_business, 0)::DECIMAL(24, 4) AS fee_business,
         coalesce(categories, 0)::INTEGER AS categories
  FROM scores JOIN today USING (as_of) LEFT JOIN years USING (customer_id) LEFT JOIN needs USING (customer_id)
  LEFT JOIN complained USING (customer_id)
  WHERE is_customer OR is_refund_only
),
means AS (
  SELECT (sum(benefit) / count(*))::DECIMAL(24, 4) AS mean FROM on_ledger WHERE is_customer AND benefit > 0
),
lines AS (
  SELECT coalesce(getvariable('chase_blue')::DECIMAL(24, 4), getvariable('chase_blue_times')::DECIMAL(9, 4) * mean) AS blue,
         coalesce(getvariable('chase_green')::DECIMAL(24, 4), getvariable('chase_green_times')::DECIMAL(9, 4) * mean) AS green,
         coalesce(getvariable('chase_blue_fee')::DECIMAL(24, 4), getvariable('chase_blue_fee_times')::DECIMAL(9, 4) * mean) AS blue_fee,
         coalesce(getvariable('chase_green_fee')::DECIMAL(24, 4), getvariable('chase_green_fee_times')::DECIMAL(9, 4) * mean) AS green_fee
  FROM means
)
SELECT customer_id,
       CASE WHEN NOT is_customer THEN 'none'
            WHEN benefit >= blue OR fee_business >= blue_fee THEN 'blue'
            WHEN benefit >= green OR fee_business >= green_fee THEN 'green'
            WHEN benefit <= 0 THEN 'exit'
            WHEN categories > getvariable('chase_simple_categories')
                 OR complaints > getvariable('chase_simple_complaints') THEN 'transfer'
            WHEN f >= getvariable('chase_loyal_frequency') THEN 'red'
            ELSE 'other' END AS chase,
       benefit,
       fee_business,
       categories
FROM on_ledger, lines;
