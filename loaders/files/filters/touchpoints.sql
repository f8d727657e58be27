-- Accounts reached in the newest period at each touchpoint and for each need, by filters: as the cube touchpoints.
-- Reads  filter_rows, contacts.
SELECT key, as_of,
       coalesce(touchpoint, 0) AS touchpoint,
       need,
       count(DISTINCT customer_id) AS customers,
       count(*) AS contacts,
       count(*) FILTER (initiated_by = 'customer') AS begun_by_customer
FROM filter_rows
JOIN contacts USING (customer_id)
GROUP BY ALL
ORDER BY touchpoint, need, key;
