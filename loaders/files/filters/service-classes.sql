-- Customers of each ABC class by whether they are served below the level suggested (null: not known), by filters: what the
-- cube service-classes tells of levels. Reads  filter_rows, service_levels.
SELECT key, as_of, class,
       gap > 0 AS beneath,
       count(*) AS customers
FROM filter_rows
JOIN service_levels USING (as_of, customer_id)
GROUP BY key, as_of, class, beneath
ORDER BY as_of, class, beneath NULLS FIRST, key;
