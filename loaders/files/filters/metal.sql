-- The migration pyramid by filters: as the cube pyramid. Reads  filter_rows, metal_pyramid, scores, lifetime_values.
SELECT key, as_of,
       'metal' AS pyramid,
       metal AS level,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       -- None where nobody of the cell has a lifetime value; who has none among others adds nothing.
       CASE WHEN sum(sum(minor(clv))) OVER (PARTITION BY as_of, metal) IS NOT NULL
              THEN coalesce(sum(minor(clv)), 0)::BIGINT END AS clv
FROM filter_rows
JOIN metal_pyramid USING (as_of, customer_id)
JOIN scores USING (as_of, customer_id)
LEFT JOIN lifetime_values USING (as_of, customer_id)
GROUP BY key, as_of, metal
ORDER BY as_of, list_position(['diamond', 'gold', 'brass', 'lead'], metal), key;
