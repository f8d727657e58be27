-- The classes of the primary ABC preset, by filters: A to D and none are 1 to 5. Reads  filter_rows, scores; variables
-- filter_date, abc_preset, abc_measure.
SELECT key,
       list_position(['A', 'B', 'C', 'D', 'none'],
         CASE getvariable('abc_preset') || ' ' || getvariable('abc_measure')
           WHEN 'by-customers revenue' THEN abc_customers_revenue
           WHEN 'by-customers profit' THEN abc_customers_profit
           WHEN 'by-value revenue' THEN abc_value_revenue
           ELSE abc_value_profit END) AS cell,
       count(*) AS customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM filter_rows JOIN scores USING (as_of, customer_id)
WHERE as_of = getvariable('filter_date') AND (is_customer OR is_refund_only)
GROUP BY ALL
ORDER BY key, cell;
