-- The migration pyramid by filters: diamond, gold, brass and lead are 1 to 4. Reads  filter_rows, scores, metal_pyramid,
-- lifetime_values; variable filter_date.
SELECT key, list_position(['diamond', 'gold', 'brass', 'lead'], metal) AS cell,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       sum(minor(clv))::BIGINT AS clv
FROM filter_rows
JOIN metal_pyramid USING (as_of, customer_id)
JOIN scores USING (as_of, customer_id)
LEFT JOIN lifetime_values USING (as_of, customer_id)
WHERE as_of = getvariable('filter_date')
GROUP BY ALL
ORDER BY key, cell;
