-- Customers by ABC class and service level delivered, by filters: as the cube service-depth.
-- Reads  filter_rows, service_levels.
SELECT key, as_of, class, delivered,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue
FROM filter_rows
JOIN service_levels USING (as_of, customer_id)
GROUP BY key, as_of, class, delivered
ORDER BY as_of, class, delivered NULLS FIRST, key;
