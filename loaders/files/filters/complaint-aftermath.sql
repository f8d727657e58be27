-- Buying before and after complaints, and of the twins without one, by filters: as the cube complaint-aftermath. A twin
-- goes with the customer that it stands beside. Who bought again and who didn't are cells of their own, so that what is
-- small is hidden on either side. Reads  filter_rows, complaint_twins.
SELECT key, as_of, handling, side,
       orders_after > 0 AS again,
       count(*) AS customers,
       sum(orders_before)::BIGINT AS orders_before,
       sum(orders_after)::BIGINT AS orders_after,
       minor(sum(revenue_before)) AS revenue_before,
       minor(sum(revenue_after)) AS revenue_after
FROM filter_rows
JOIN complaint_twins ON case_id = filter_rows.customer_id
GROUP BY key, as_of, handling, side, again
ORDER BY as_of, list_position(['well', 'poorly', 'unasked', 'unresolved'], handling), side, again, key;
