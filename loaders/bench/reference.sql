-- The measure for reading: one bare GROUP BY over the order lines. Reads  variable file, the transactions CSV.

CREATE TEMP TABLE grouped AS
SELECT customer_id, ordered_on, count(*) AS lines, sum(amount) AS amount
FROM read_csv(getvariable('file'))
GROUP BY customer_id, ordered_on;
