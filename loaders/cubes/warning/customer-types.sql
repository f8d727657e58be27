-- The source's four types of customers at the newest date; each customer in one.

SELECT type,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM customer_types JOIN scores USING (customer_id)
WHERE as_of = (SELECT max(as_of) FROM scores)
GROUP BY type
ORDER BY list_position(['most_valuable', 'most_growable', 'pre_churn', 'negative', 'other'], type);
