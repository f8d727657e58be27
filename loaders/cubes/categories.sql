-- Revenue and profit by product category in the window of the newest date, months that the window touches.

WITH window_months AS (
  SELECT date_trunc('month', window_from)::DATE AS first_month, as_of FROM as_of_dates WHERE role = 'now'
)
SELECT category,
       count(DISTINCT customer_id) AS customers,
       minor(sum(amount)) AS revenue,
       CASE WHEN getvariable('has_profit') THEN minor(sum(profit)) END AS profit
FROM purchases_by_category, window_months
WHERE month BETWEEN first_month AND as_of
GROUP BY category
ORDER BY revenue DESC, category;
