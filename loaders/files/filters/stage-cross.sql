-- The two stage models crossed, by filters: as the cube stage-cross. Reads  filter_rows, scores.
SELECT key, as_of, grid_stage, wallet_stage, count(*) AS customers, minor(sum(revenue)) AS revenue
FROM filter_rows
JOIN scores USING (as_of, customer_id)
GROUP BY key, as_of, grid_stage, wallet_stage
ORDER BY as_of, grid_stage, wallet_stage, key;
