-- Who is of the same scores, segment and band, by filters: what the tables rfm, segments and rfm-bands are made of. Reads
-- filter_rows, scores, rfm_primary.
SELECT key, as_of,
       rfm_primary.r::INTEGER AS r,
       rfm_primary.f::INTEGER AS f,
       rfm_primary.m::INTEGER AS m,
       rfm_segment AS segment,
       rfm_band AS band,
       count(*) AS customers
FROM filter_rows
JOIN scores USING (as_of, customer_id)
JOIN rfm_primary USING (as_of, customer_id)
WHERE is_customer
GROUP BY ALL
ORDER BY ALL;
