-- The cells of an RFM scheme, by filters; none of the primary scheme, which rfm.sql gives. Reads  filter_rows,
-- newest_schemes; variables filter_scheme, filter_primary_scheme.
SELECT key, as_of,
       r::INTEGER AS r,
       f::INTEGER AS f,
       m::INTEGER AS m,
       count(*) AS customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       sum(recency_days)::BIGINT AS recency_days
FROM filter_rows
JOIN newest_schemes USING (customer_id)
WHERE scheme = getvariable('filter_scheme') AND scheme <> getvariable('filter_primary_scheme')
GROUP BY ALL
ORDER BY as_of, r DESC, f DESC, m DESC, key;
