-- From order lines to purchases.
-- Reads  lines (see lines.sql), with fault (0 where the row is good).
-- Makes  judged, line_currencies (temporary); purchases, purchases_by_category.

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, sum(amount) AS money, count(*) FILTER (amount IS NULL) AS money_unread,
       min(ordered_on) AS first_day, max(ordered_on) AS last_day
FROM lines
GROUP BY fault;

CREATE OR REPLACE TEMP TABLE line_currencies AS
SELECT currency, count(*) AS rows FROM lines WHERE fault = 0 AND currency IS NOT NULL GROUP BY currency ORDER BY currency;

-- One row per customer, order and day. A line is a refund when its amount or its quantity is below zero; an order with
-- a line that is none was a visit.
CREATE OR REPLACE TEMP TABLE order_days AS
SELECT customer_id, order_id, ordered_on,
       count(*) AS lines,
       sum(quantity) AS quantity,
       sum(points) AS points,
       sum(amount) AS amount,
       sum(amount) FILTER (amount < 0) AS refunds,
       sum(amount - cost) AS profit,
       count(*) FILTER (cost IS NULL) AS uncosted_lines,
       sum(amount) FILTER (cost IS NULL) AS uncosted_amount,
       bool_or(amount >= 0 AND coalesce(quantity, 0) >= 0) AS bought
FROM lines
WHERE fault = 0
GROUP BY customer_id, order_id, ordered_on;

-- An order that was delivered over several days is one visit, on its first.
CREATE OR REPLACE TEMP TABLE repeated_orders AS
SELECT customer_id, order_id, min(ordered_on) AS first_on
FROM order_days
WHERE bought AND order_id IS NOT NULL
GROUP BY customer_id, order_id
HAVING count(*) > 1;

CREATE OR REPLACE TABLE purchases AS
SELECT customer_id,
       ordered_on AS day,
       count(*) FILTER (bought AND (first_on IS NULL OR first_on = ordered_on))::INTEGER AS orders,
       sum(lines)::INTEGER AS lines,
       sum(quantity)::DECIMAL(24, 6) AS quantity,
       sum(points)::DECIMAL(24, 6) AS points,
       sum(amount)::DECIMAL(24, 4) AS amount,
       coalesce(sum(refunds), 0)::DECIMAL(24, 4) AS refunds,
       coalesce(sum(profit), 0)::DECIMAL(24, 4) AS costed_profit,
       sum(uncosted_lines)::INTEGER AS uncosted_lines,
       coalesce(sum(uncosted_amount), 0)::DECIMAL(24, 4) AS uncosted_amount
FROM order_days LEFT JOIN repeated_orders USING (customer_id, order_id)
GROUP BY customer_id, ordered_on;

CREATE OR REPLACE TABLE purchases_by_category AS
SELECT customer_id,
       date_trunc('month', ordered_on)::DATE AS month,
       category,
       count(*)::INTEGER AS lines,
       sum(amount)::DECIMAL(24, 4) AS amount,
       sum(amount - cost)::DECIMAL(24, 4) AS profit
FROM lines
WHERE fault = 0 AND category IS NOT NULL
GROUP BY customer_id, month, category;

DROP TABLE order_days;
DROP TABLE repeated_orders;
DROP TABLE lines;
