-- The 125 cells of the primary scheme, by filters. Reads  filter_rows, scores, rfm_primary.
SELECT key, as_of,
       rfm_primary.r::INTEGER AS r,
       rfm_primary.f::INTEGER AS f,
       rfm_primary.m::INTEGER AS m,
       count(*) AS customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       sum(recency_days)::BIGINT AS recency_days
FROM filter_rows
JOIN scores USING (as_of, customer_id)
JOIN rfm_primary USING (as_of, customer_id)
GROUP BY ALL
ORDER BY as_of, r DESC, f DESC, m DESC, key;
