-- Customers by primary ABC class and service level delivered, at the newest date. Reads  service_levels.

SELECT class, delivered, count(*) AS customers, minor(sum(revenue)) AS revenue
FROM service_levels
WHERE as_of = (SELECT max(as_of) FROM service_levels)
GROUP BY class, delivered
ORDER BY class, delivered NULLS FIRST;
