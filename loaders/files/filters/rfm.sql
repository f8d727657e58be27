-- The 125 cells of the primary scheme, by filters; a cell is the number R F M. Reads  filter_rows, scores, rfm_primary;
-- variable filter_date.
SELECT key, rfm_primary.r::INTEGER * 100 + rfm_primary.f * 10 + rfm_primary.m AS cell,
       count(*) AS customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       sum(recency_days)::BIGINT AS recency_days
FROM filter_rows
JOIN scores USING (as_of, customer_id)
JOIN rfm_primary USING (as_of, customer_id)
WHERE as_of = getvariable('filter_date')
GROUP BY ALL
ORDER BY key, cell;
