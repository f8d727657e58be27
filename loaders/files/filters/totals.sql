-- What the customers of each combination of filters did in the window. Reads  filter_rows, scores, as_of_dates.
SELECT key, as_of,
       count(*) FILTER (is_customer) AS customers,
       count(*) FILTER (scores.orders > 0 AND is_customer) AS active_customers,
       count(*) FILTER (first_order_on >= window_from) AS new_customers,
       coalesce(sum(scores.orders), 0)::BIGINT AS orders,
       coalesce(minor(sum(revenue)), 0) AS revenue,
       minor(sum(profit)) AS profit
FROM filter_rows
JOIN scores USING (as_of, customer_id)
JOIN (SELECT DISTINCT as_of, window_from FROM as_of_dates WHERE role IN ('now', 'quarter_end')) AS days USING (as_of)
GROUP BY key, as_of
ORDER BY as_of, key;
