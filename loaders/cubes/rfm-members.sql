-- The largest customers of each cell, by revenue. Reads  variable members (how many of each cell).

WITH newest AS (
  SELECT scores.*, name FROM scores LEFT JOIN accounts USING (customer_id)
  WHERE as_of = (SELECT max(as_of) FROM scores) AND is_customer
),
long AS (
  SELECT 'together' AS policy, r, f, m, customer_id, name, recency_days, orders, revenue, profit FROM newest
  UNION ALL
  SELECT 'ntile', r_ntile, f_ntile, m_ntile, customer_id, name, recency_days, orders, revenue, profit FROM newest
)
SELECT policy, r, f, m, customer_id, name, recency_days, orders, minor(revenue) AS revenue, minor(profit) AS profit
FROM long
QUALIFY row_number() OVER (PARTITION BY policy, r, f, m ORDER BY revenue DESC, customer_id) <= getvariable('members')
ORDER BY policy DESC, r DESC, f DESC, m DESC, long.revenue DESC, customer_id;
