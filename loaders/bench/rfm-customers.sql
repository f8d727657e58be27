-- Customers to score at one date: one to nine days of purchase each over three years, skewed amounts. Reads  variable
-- customers (how many). Makes  purchases, as_of_dates, inputs, as far as activity.sql and RFM read them.

CREATE TABLE as_of_dates AS SELECT DATE '2025-12-31' AS as_of, 'now' AS role, DATE '2025-01-01' AS window_from;

CREATE TABLE inputs AS SELECT 'transactions' AS export, 'customer_id ordered_on amount' AS given;

CREATE TABLE purchases AS
WITH drawn AS (
  SELECT customer, hash(customer, day) AS draw
  FROM range(getvariable('customers')) AS customers(customer), range(1 + (hash(customer) % 9)::BIGINT) AS days(day)
)
SELECT format('C{:07d}', customer) AS customer_id,
       DATE '2025-12-31' - (draw % 1095)::INTEGER AS day,
       1 AS orders,
       1::DECIMAL(24, 6) AS quantity,
       NULL::DECIMAL(24, 6) AS points,
       round(20 * exp((draw // 1095 % 1000) / 250), 2)::DECIMAL(24, 4) AS amount,
       0::DECIMAL(24, 4) AS costed_profit,
       amount AS uncosted_amount
FROM drawn;
