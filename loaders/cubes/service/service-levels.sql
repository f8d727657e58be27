-- Customers by service level suggested and delivered, at the newest date. Reads  service_levels.

SELECT suggested, delivered, count(*) AS customers, minor(sum(revenue)) AS revenue, minor(sum(profit)) AS profit
FROM service_levels
WHERE as_of = (SELECT max(as_of) FROM service_levels)
GROUP BY suggested, delivered
ORDER BY suggested DESC, delivered NULLS FIRST;
