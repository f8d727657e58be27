-- Which part of each chart each customer is in at each as-of date: what a reader may choose there.
-- Reads  every_filter_row of keys.sql, scores, rfm_primary, activity; variable filter_singly (whether only whole groups of
--        parts may be chosen).
-- Adds   to every_filter_row (as_of, customer_id, key) a row for each chart, where key is 10000 for rfm, 20000 for grid and
--        30000 for pareto, and of that chart the cell of the primary scheme (545), the square of
--        the 25-grid (personal level times 10 plus company level; 0 for those not assessed), or the hundredth of the
--        customers on the ledger, 1 = the largest by revenue: up to the h-th there are ⌈h / 100 × n⌉ of them. Where
--        whole groups are chosen it is the slice of R, the place of the stage, or the fifth of the customers, from 1, and
--        each customer has a second row with key = 0.

INSERT INTO every_filter_row
WITH parts AS (
  SELECT as_of, customer_id, 10000 AS chart, r::INTEGER * 100 + f * 10 + m AS part, r AS whole
  FROM rfm_primary
  UNION ALL
  SELECT as_of, customer_id, 20000, coalesce(personal::INTEGER * 10 + company, 0),
         list_position(['nurturing', 'initial', 'middle', 'advanced', 'partner', 'pre', 'unassessed'], grid_stage)
  FROM scores
  UNION ALL
  SELECT as_of, customer_id, 30000, 100 * (place - 1) // n + 1, 5 * (place - 1) // n + 1
  FROM (
    SELECT as_of, customer_id,
           row_number() OVER (PARTITION BY as_of ORDER BY revenue DESC, customer_id) AS place,
           count(*) OVER (PARTITION BY as_of) AS n
    FROM activity
  )
)
SELECT as_of, customer_id,
       (chart + unnest(CASE WHEN getvariable('filter_singly') THEN [0, whole] ELSE [part] END))::INTEGER AS key
FROM parts;
