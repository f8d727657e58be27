-- Customers who bought in the three months before the last three and not since, by part.
-- Reads  scores, purchases, accounts. Makes  the rows of the page {{name}}: the columns that {{name}}.ts declares.
-- A row of scores is a customer at an as-of date, with every model's verdict; the newest date is the report's day.

WITH today AS (SELECT max(as_of) AS day FROM scores),
bought AS (
  SELECT customer_id,
         coalesce(sum(orders) FILTER (purchases.day > today.day - INTERVAL 3 MONTH), 0) > 0 AS lately,
         coalesce(sum(orders) FILTER (purchases.day > today.day - INTERVAL 6 MONTH
                                  AND purchases.day <= today.day - INTERVAL 3 MONTH), 0) > 0 AS before
  FROM purchases, today
  WHERE purchases.day <= today.day
  GROUP BY customer_id
)
SELECT abc_customers_revenue AS part,
       count(*) AS customers,
       count(*) FILTER (bought.before AND NOT bought.lately) AS lost,
       sum(scores.revenue) AS revenue
FROM scores
JOIN today ON scores.as_of = today.day
LEFT JOIN bought USING (customer_id)
LEFT JOIN accounts USING (customer_id)
WHERE is_customer
GROUP BY part
ORDER BY lost DESC, part;
