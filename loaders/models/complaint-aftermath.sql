-- What customers bought after a complaint, beside customers without one.
-- Reads  complaint_status, scores, purchases; macro service_class (service-levels.sql); variable service_after_days.
-- Makes  complaint_cases, one row per customer with a valid complaint at the newest date: its newest one whose buying can be
--        told, else its newest; complaint_twins, two rows (side: matched, twin) per customer whose newest complaint has
--        had its days: what each bought in the days up to the opening, its own day with them, and in as many after the
--        anchor (the resolution, else the opening).
-- A twin is a customer who has not complained by the newest date, of the same class and the same R and F scores at the last
-- as-of date before the opening, nearest in revenue there (of two as near, the lower; then by customer_id). One twin may
-- stand beside several. Complaints from before the second as-of date, and those without such a twin, are left out.

CREATE OR REPLACE TABLE complaint_cases AS
SELECT *
FROM complaint_status
WHERE is_valid AND as_of = (SELECT max(as_of) FROM complaint_status)
QUALIFY row_number() OVER (PARTITION BY customer_id
                           ORDER BY buying IN ('buying', 'gone') DESC, opened_on DESC, sequence DESC) = 1;

CREATE OR REPLACE TABLE complaint_twins AS
WITH newest AS (
  SELECT customer_id, handling, opened_on, anchor_on
  FROM complaint_status
  WHERE is_valid AND as_of = (SELECT max(as_of) FROM complaint_status)
    AND as_of - anchor_on >= getvariable('service_after_days')
  QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY opened_on DESC, sequence DESC) = 1
),
existing AS (
  SELECT as_of, customer_id, r, f, revenue,
         service_class(abc_customers_profit, abc_customers_revenue, abc_value_profit, abc_value_revenue) AS class
  FROM scores
  WHERE is_customer AND EXISTS (FROM newest)
),
dates AS (SELECT DISTINCT as_of FROM existing),
before AS (
  SELECT newest.*, max(as_of) AS as_of FROM newest JOIN dates ON as_of < opened_on GROUP BY ALL
),
cases AS (SELECT before.*, class, r, f, revenue FROM before JOIN existing USING (as_of, customer_id)),
others AS (
  SELECT as_of, class, r, f, revenue, min(customer_id) AS twin_id
  FROM existing
  WHERE customer_id NOT IN (SELECT customer_id FROM complaint_status)
  GROUP BY ALL
),
neighbours AS (
  SELECT cases.customer_id, twin_id, cases.revenue - others.revenue AS apart, 0 AS side
  FROM cases ASOF JOIN others
    ON cases.as_of = others.as_of AND cases.class = others.class AND cases.r = others.r AND cases.f = others.f
       AND cases.revenue >= others.revenue
  UNION ALL
  SELECT cases.customer_id, twin_id, others.revenue - cases.revenue, 1
  FROM cases ASOF JOIN others
    ON cases.as_of = others.as_of AND cases.class = others.class AND cases.r = others.r AND cases.f = others.f
       AND cases.revenue <= others.revenue
),
pairs AS (
  SELECT customer_id, twin_id FROM neighbours
  QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY apart, side) = 1
),
sides AS (
  SELECT customer_id AS case_id, 'matched' AS side, customer_id, handling, opened_on, anchor_on
  FROM cases JOIN pairs USING (customer_id)
  UNION ALL
  SELECT customer_id, 'twin', twin_id, handling, opened_on, anchor_on FROM cases JOIN pairs USING (customer_id)
),
bought AS (
  SELECT case_id, side,
         sum(orders) FILTER (day <= opened_on) AS orders_before,
         sum(amount) FILTER (day <= opened_on) AS revenue_before,
         sum(orders) FILTER (day > anchor_on) AS orders_after,
         sum(amount) FILTER (day > anchor_on) AS revenue_after
  FROM sides JOIN purchases
    ON purchases.customer_id = sides.customer_id
       AND (day <= opened_on AND day > opened_on - getvariable('service_after_days')
            OR day > anchor_on AND day <= anchor_on + getvariable('service_after_days'))
  GROUP BY case_id, side
)
SELECT case_id, side, customer_id, handling, opened_on, anchor_on,
       coalesce(orders_before, 0)::INTEGER AS orders_before,
       coalesce(orders_after, 0)::INTEGER AS orders_after,
       coalesce(revenue_before, 0)::DECIMAL(24, 4) AS revenue_before,
       coalesce(revenue_after, 0)::DECIMAL(24, 4) AS revenue_after
FROM sides LEFT JOIN bought USING (case_id, side);
