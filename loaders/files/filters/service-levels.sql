-- Customers by service level suggested and delivered, by filters: as the cube service-levels.
-- Reads  filter_rows, service_levels.
SELECT key, as_of, suggested, delivered,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM filter_rows
JOIN service_levels USING (as_of, customer_id)
GROUP BY key, as_of, suggested, delivered
ORDER BY as_of, suggested DESC, delivered NULLS FIRST, key;
