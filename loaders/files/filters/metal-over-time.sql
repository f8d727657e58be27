-- The migration pyramid at every date by filters: the cube pyramid without lifetime values. Reads  filter_rows,
-- metal_pyramid, scores.
SELECT key, as_of,
       'metal' AS pyramid,
       metal AS level,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM filter_rows
JOIN metal_pyramid USING (as_of, customer_id)
JOIN scores USING (as_of, customer_id)
GROUP BY key, as_of, metal
ORDER BY as_of, list_position(['diamond', 'gold', 'brass', 'lead'], metal), key;
