-- Customers by P(alive) in bins of 0.1, by filters of the newest date: as the cube lifetime-alive. Reads  filter_rows,
-- lifetime_values, activity.
SELECT key, as_of,
       least(floor(p_alive * 10), 9)::INTEGER AS bin,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(clv_future)) AS clv_future
FROM filter_rows
JOIN lifetime_values USING (as_of, customer_id)
JOIN activity USING (as_of, customer_id)
WHERE p_alive IS NOT NULL
GROUP BY key, as_of, bin
ORDER BY as_of, bin, key;
