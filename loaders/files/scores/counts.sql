-- How many rows the workbench's tables would have without a cap.
-- Reads  scores, purchases; variable workbench_as_of.
SELECT (SELECT count(*) FROM scores WHERE as_of = getvariable('workbench_as_of')) AS customers,
       (SELECT count(DISTINCT (customer_id, date_trunc('month', day)))
        FROM purchases
        WHERE day <= getvariable('workbench_as_of')) AS months;
