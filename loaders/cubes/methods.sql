-- Each ranking method at each past cut: its top 20% against the money of the period that followed. Reads  variable
-- smallest_cell: a top that is fewer says too much.

SELECT cut, until, method, customers, captured, best_possible, rank_correlation
FROM methods_measured
WHERE ceil(customers / 5) >= getvariable('smallest_cell')
ORDER BY cut, method;
