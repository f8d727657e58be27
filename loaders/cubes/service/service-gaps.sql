-- Customers whose service lies furthest below what is suggested, largest revenue first among equals, at the newest date.
-- Reads  service_levels, accounts. Variable gaps_listed (how many at most).

SELECT customer_id, name, class, suggested, because, delivered, gap, minor(revenue) AS revenue, minor(profit) AS profit
FROM service_levels LEFT JOIN accounts USING (customer_id)
WHERE as_of = (SELECT max(as_of) FROM service_levels) AND gap > 0
ORDER BY gap DESC, revenue DESC, customer_id
LIMIT getvariable('gaps_listed');
