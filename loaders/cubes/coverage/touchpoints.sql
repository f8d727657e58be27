-- Accounts reached in the period at each touchpoint and for each need; touchpoint 0 is none of the settings'.

SELECT coalesce(touchpoint, 0) AS touchpoint,
       need,
       count(DISTINCT customer_id) AS customers,
       count(*) AS contacts,
       count(*) FILTER (initiated_by = 'customer') AS begun_by_customer
FROM contacts
GROUP BY ALL
ORDER BY touchpoint, need;
