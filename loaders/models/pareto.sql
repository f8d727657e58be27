-- ABC classes on revenue and on profit, with both presets.
-- Reads  activity, rfm_ranks (the order by revenue); variables customers_a, customers_b (shares of the customers), value_a, value_b (shares of the
--        positive total). Makes  abc, one row per as-of date and existing customer.
--   by-customers  A the first 20% of customers, B the next 70%, C the rest (a share of a customer is a customer)
--   by-value      A up to 80% of the positive total, B up to 95%, C the rest; D none or a loss. The customer that
--                 crosses a line belongs to the class before it.
-- Equal values are ordered by customer_id.

CREATE OR REPLACE TEMP MACRO class_by_customers(place, a_to, b_to) AS
  CASE WHEN place <= a_to THEN 'A' WHEN place <= b_to THEN 'B' ELSE 'C' END;

CREATE OR REPLACE TEMP MACRO class_by_value(value, before, a_to, b_to) AS
  CASE WHEN value IS NULL THEN NULL
       WHEN value <= 0 THEN 'D'
       WHEN before < a_to THEN 'A'
       WHEN before < b_to THEN 'B'
       ELSE 'C' END;

CREATE OR REPLACE TABLE abc AS
WITH existing AS (
  SELECT as_of, customer_id, revenue, profit, revenue_rank, revenue_before FROM activity JOIN rfm_ranks USING (as_of, customer_id)
),
totals AS (
  SELECT as_of,
         count(*) AS customers,
         coalesce(sum(revenue) FILTER (revenue > 0), 0) AS positive_revenue,
         coalesce(sum(profit) FILTER (profit > 0), 0) AS positive_profit
  FROM existing
  GROUP BY as_of
),
shares AS (
  SELECT getvariable('customers_a')::DECIMAL(9, 6) AS customers_a,
         getvariable('customers_a')::DECIMAL(9, 6) + getvariable('customers_b')::DECIMAL(9, 6) AS customers_ab,
         getvariable('value_a')::DECIMAL(9, 6) AS value_a,
         getvariable('value_a')::DECIMAL(9, 6) + getvariable('value_b')::DECIMAL(9, 6) AS value_ab
),
lines AS (
  SELECT as_of,
         ceil(customers_a * customers)::BIGINT AS customers_a_to,
         ceil(customers_ab * customers)::BIGINT AS customers_b_to,
         value_a * positive_revenue AS revenue_a_to,
         value_ab * positive_revenue AS revenue_b_to,
         value_a * positive_profit AS profit_a_to,
         value_ab * positive_profit AS profit_b_to
  FROM totals, shares
),
ranked AS (
  SELECT *,
         row_number() OVER by_profit AS profit_rank,
         sum(profit) OVER by_profit - profit AS profit_before
  FROM existing
  -- Where there is no profit there is nothing to order, and ordering ids would take longer than all the rest.
  WINDOW by_profit AS (PARTITION BY as_of ORDER BY profit DESC, CASE WHEN getvariable('has_profit') THEN customer_id END
                       ROWS UNBOUNDED PRECEDING)
)
SELECT as_of,
       customer_id,
       class_by_customers(revenue_rank, customers_a_to, customers_b_to) AS abc_customers_revenue,
       class_by_value(revenue, revenue_before, revenue_a_to, revenue_b_to) AS abc_value_revenue,
       CASE WHEN profit IS NOT NULL THEN class_by_customers(profit_rank, customers_a_to, customers_b_to) END AS abc_customers_profit,
       class_by_value(profit, profit_before, profit_a_to, profit_b_to) AS abc_value_profit
FROM ranked JOIN lines USING (as_of);
