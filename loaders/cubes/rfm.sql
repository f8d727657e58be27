-- The 125 cells at the newest date, under both tie policies.

WITH newest AS (
  SELECT * FROM scores WHERE as_of = (SELECT max(as_of) FROM scores) AND is_customer
),
long AS (
  SELECT 'together' AS policy, r, f, m, recency_days, orders, revenue, profit FROM newest
  UNION ALL
  SELECT 'ntile', r_ntile, f_ntile, m_ntile, recency_days, orders, revenue, profit FROM newest
)
SELECT policy, r, f, m,
       count(*) AS customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       round(sum(recency_days)::DOUBLE / count(*), 1) AS recency_days
FROM long
GROUP BY policy, r, f, m
ORDER BY policy DESC, r DESC, f DESC, m DESC;
