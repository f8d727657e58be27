-- The three bands of the R x F x M rank at each as-of date, under the primary scheme.

SELECT as_of, rfm_band AS band,
       count(*) AS customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM scores
WHERE is_customer
GROUP BY as_of, band
ORDER BY as_of, band;
