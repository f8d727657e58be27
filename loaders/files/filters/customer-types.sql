-- The four types of customers and the others at the newest date, by filters: as the cube customer-types.
-- Reads  filter_rows, customer_types, scores.
SELECT key, as_of, type,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM filter_rows
JOIN customer_types USING (customer_id)
JOIN scores USING (as_of, customer_id)
GROUP BY key, as_of, type
ORDER BY as_of, list_position(['most_valuable', 'most_growable', 'pre_churn', 'negative', 'other'], type), key;
