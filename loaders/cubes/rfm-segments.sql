-- The named segments of R x F at each as-of date, under the primary scheme.

SELECT as_of, rfm_segment AS segment,
       count(*) AS customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM scores
WHERE is_customer
GROUP BY as_of, segment
ORDER BY as_of, segment;
