-- The three bands of the R x F x M rank by filters: as the cube rfm-bands. Reads  filter_rows, scores.
SELECT key, as_of,
       rfm_band AS band,
       count(*) AS customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM filter_rows JOIN scores USING (as_of, customer_id)
WHERE is_customer
GROUP BY key, as_of, band
ORDER BY as_of, band, key;
