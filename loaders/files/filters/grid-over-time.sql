-- Customers of each grid stage at every date, by filters: the cube grid without its squares. Reads  filter_rows, scores.
SELECT key, as_of, grid_stage AS stage, count(*) AS customers
FROM filter_rows
JOIN scores USING (as_of, customer_id)
GROUP BY key, as_of, grid_stage
ORDER BY as_of, stage, key;
