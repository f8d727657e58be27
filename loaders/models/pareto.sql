-- ABC classes on revenue and on profit, with both presets.
-- Reads  activity; variables customers_a, customers_b (shares of the customers), value_a, value_b (shares of the
--        positive total). Makes  abc, one row per as-of date and existing customer.
--   by-customers  A the first 20% of customers, B the next 70%, C the rest (a share of a customer is a customer)
--   by-value      A up to 80% of the positive total, B up to 95%, C the rest; D none or a loss. The customer that
--                 crosses a line belongs to the class before it.
-- Equal values are ordered by customer_id.

CREATE OR REPLACE TEMP MACRO class_by_customers(place, customers) AS
  CASE WHEN place <= ceil(getvariable('customers_a')::DECIMAL(9, 6) * customers) THEN 'A'
       WHEN place <= ceil((getvariable('customers_a')::DECIMAL(9, 6) + getvariable('customers_b')::DECIMAL(9, 6)) * customers) THEN 'B'
       ELSE 'C' END;

CREATE OR REPLACE TEMP MACRO class_by_value(value, before, total) AS
  CASE WHEN value IS NULL THEN NULL
       WHEN value <= 0 THEN 'D'
       WHEN before < getvariable('value_a')::DECIMAL(9, 6) * total THEN 'A'
       WHEN before < (getvariable('value_a')::DECIMAL(9, 6) + getvariable('value_b')::DECIMAL(9, 6)) * total THEN 'B'
       ELSE 'C' END;

CREATE OR REPLACE TABLE abc AS
WITH existing AS (
  SELECT as_of, customer_id, revenue, profit,
         count(*) OVER (PARTITION BY as_of) AS customers,
         coalesce(sum(revenue) FILTER (revenue > 0) OVER (PARTITION BY as_of), 0) AS positive_revenue,
         coalesce(sum(profit) FILTER (profit > 0) OVER (PARTITION BY as_of), 0) AS positive_profit
  FROM activity
  WHERE first_order_on IS NOT NULL
),
ranked AS (
  SELECT *,
         row_number() OVER by_revenue AS revenue_rank,
         sum(revenue) OVER by_revenue - revenue AS revenue_before,
         row_number() OVER by_profit AS profit_rank,
         sum(profit) OVER by_profit - profit AS profit_before
  FROM existing
  WINDOW by_revenue AS (PARTITION BY as_of ORDER BY revenue DESC, customer_id ROWS UNBOUNDED PRECEDING),
         by_profit AS (PARTITION BY as_of ORDER BY profit DESC, customer_id ROWS UNBOUNDED PRECEDING)
)
SELECT as_of,
       customer_id,
       revenue_rank::INTEGER AS revenue_rank,
       class_by_customers(revenue_rank, customers) AS abc_customers_revenue,
       class_by_value(revenue, revenue_before, positive_revenue) AS abc_value_revenue,
       CASE WHEN profit IS NOT NULL THEN class_by_customers(profit_rank, customers) END AS abc_customers_profit,
       class_by_value(profit, profit_before, positive_profit) AS abc_value_profit
FROM ranked;
