-- How far two methods' top 20% at the newest cut are the same customers: shared over either's number. Reads  variable
-- smallest_cell.

SELECT one, other, agreement
FROM method_agreement
WHERE ceil(customers / 5) >= getvariable('smallest_cell')
ORDER BY one, other;
