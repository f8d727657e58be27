-- The order lines, typed. Reads  typed_plain: the transactions export read the quick way. Makes  lines (temporary).

CREATE OR REPLACE TEMP TABLE lines AS
SELECT customer_id, ordered_on, order_id, category, quantity, points, amount, cost, currency, fault, is_plain
FROM typed_plain;
