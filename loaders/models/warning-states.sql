-- Where each customer stands in its own rhythm of orders on each day of warning, from the orders known by then.
-- Reads  purchases, warning_days; variables silence_quantile, silence_gaps (least gaps of its own), gone_days.
-- Makes  order_gaps (temporary), one row per customer and day with an order: n (the how-manieth such day), gap_days since
--        the one before, next_on, and peers, the kind of rhythm known by then: '1' after one order; else the band of
--        n (a: 2–3, b: 4–6, c: 7 and more) and the octave of the mean gap so far (2 for up to 7 days … 8 from 256).
-- Makes  warning_states, one row per day of warning and customer whose last order is at most gone_days old:
--   silent_days  since the last order
--   long_gap     the 90th percentile (type 7) of its own gaps so far; null below four gaps
--   at_stake     revenue of the 365 days that end on the last order, refunds within them taken off, never below zero

CREATE OR REPLACE TEMP TABLE order_gaps AS
WITH years AS (
  SELECT customer_id, day, orders,
         sum(amount) OVER (PARTITION BY customer_id ORDER BY day RANGE BETWEEN INTERVAL 364 DAYS PRECEDING AND CURRENT ROW) AS year_amount
  FROM purchases
),
rhythm AS (
  SELECT customer_id, day, year_amount,
         row_number() OVER in_order AS n,
         first_value(day) OVER in_order AS first_on,
         day - lag(day) OVER in_order AS gap_days,
         lead(day) OVER in_order AS next_on
  FROM years
  WHERE orders > 0
  WINDOW in_order AS (PARTITION BY customer_id ORDER BY day)
)
SELECT customer_id, day, n, first_on, gap_days, next_on,
       greatest(year_amount, 0)::DECIMAL(24, 4) AS at_stake,
       CASE WHEN n = 1 THEN '1'
            ELSE (CASE WHEN n <= 3 THEN 'a' WHEN n <= 6 THEN 'b' ELSE 'c' END)
                 || least(8, greatest(2, floor(log2((day - first_on) / (n - 1)))))::INTEGER END AS peers
FROM rhythm;

CREATE OR REPLACE TABLE warning_states AS
WITH own_gaps AS (
  SELECT customer_id, list(gap_days ORDER BY n) AS gaps
  FROM order_gaps
  WHERE gap_days IS NOT NULL
  GROUP BY customer_id
  HAVING count(*) >= getvariable('silence_gaps')
),
standing AS (
  SELECT as_of, customer_id, n, first_on, day AS last_on, as_of - day AS silent_days, peers, at_stake
  FROM warning_days
  JOIN order_gaps ON day <= as_of AND (next_on IS NULL OR next_on > as_of)
  WHERE as_of - day <= getvariable('gone_days')
)
SELECT as_of, customer_id, n::INTEGER AS order_days, first_on, last_on, silent_days::INTEGER AS silent_days, peers, at_stake,
       CASE WHEN n > getvariable('silence_gaps')
            THEN round(list_aggregate(gaps[:n - 1], 'quantile_cont', getvariable('silence_quantile')::DOUBLE), 6) END AS long_gap
FROM standing LEFT JOIN own_gaps USING (customer_id);
