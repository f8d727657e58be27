-- The named segments by filters: as the cube rfm-segments. Reads  filter_rows, scores.
SELECT key, as_of,
       rfm_segment AS segment,
       count(*) AS customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM filter_rows JOIN scores USING (as_of, customer_id)
WHERE is_customer
GROUP BY key, as_of, segment
ORDER BY as_of, segment, key;
