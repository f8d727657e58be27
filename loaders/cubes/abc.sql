-- ABC classes at each as-of date, under both presets, on revenue and on profit.

WITH long AS (
  SELECT as_of, 'by-customers' AS preset, 'revenue' AS measure, abc_customers_revenue AS class, * FROM scores
  UNION ALL
  SELECT as_of, 'by-value', 'revenue', abc_value_revenue, * FROM scores
  UNION ALL
  SELECT as_of, 'by-customers', 'profit', abc_customers_profit, * FROM scores WHERE profit IS NOT NULL
  UNION ALL
  SELECT as_of, 'by-value', 'profit', abc_value_profit, * FROM scores WHERE profit IS NOT NULL
)
SELECT as_of, preset, measure, class,
       count(*) AS customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM long
WHERE is_customer OR is_refund_only
GROUP BY as_of, preset, measure, class
ORDER BY as_of, preset, measure DESC, class;
