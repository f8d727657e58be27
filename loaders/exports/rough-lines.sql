-- Lines with a cell that isn't plainly written, read anew and thoroughly. Reads  typed_rough: these rows alone.
-- Changes  lines.

DELETE FROM lines WHERE NOT is_plain;

INSERT INTO lines
SELECT customer_id, ordered_on, order_id, category, quantity, points, amount, cost, currency, fault, is_plain
FROM typed_rough;
