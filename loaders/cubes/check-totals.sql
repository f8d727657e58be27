-- Every cube's totals against the warehouse's own, to the last decimal: a row here is a bug, and stops the build.

WITH truth AS (
  SELECT as_of,
         sum(amount) FILTER (day >= window_from) AS revenue,
         sum(orders) FILTER (day >= window_from) AS orders,
         count(DISTINCT customer_id) AS customers
  FROM (SELECT DISTINCT as_of, window_from FROM as_of_dates WHERE role IN ('now', 'quarter_end'))
  JOIN purchases ON day <= as_of
  GROUP BY as_of
),
counted AS (
  SELECT as_of, sum(revenue) AS revenue, sum(orders) AS orders,
         count(*) FILTER (is_customer OR is_refund_only) AS customers,
         sum(revenue) FILTER (r IS NOT NULL AND f IS NOT NULL AND m IS NOT NULL)
           + coalesce(sum(revenue) FILTER (is_refund_only), 0) AS cells_and_refunds,
         sum(revenue) FILTER (abc_value_revenue IN ('A', 'B', 'C', 'D', 'none')) AS classes
  FROM scores
  GROUP BY as_of
)
SELECT as_of, truth.revenue AS ledger_revenue, counted.revenue AS scored_revenue,
       truth.orders AS ledger_orders, counted.orders AS scored_orders,
       truth.customers AS ledger_customers, counted.customers AS scored_customers,
       cells_and_refunds, classes
FROM truth FULL JOIN counted USING (as_of)
WHERE coalesce(truth.revenue, 0) IS DISTINCT FROM counted.revenue
   OR coalesce(truth.orders, 0) IS DISTINCT FROM counted.orders
   OR truth.customers IS DISTINCT FROM counted.customers
   OR coalesce(cells_and_refunds, 0) IS DISTINCT FROM coalesce(truth.revenue, 0)
   OR classes IS DISTINCT FROM counted.revenue
ORDER BY as_of;
