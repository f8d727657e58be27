-- Contacts held in the newest period by weekday and hour, by filters: as the cube contact-hours. Reads  filter_rows, contacts.
SELECT key, as_of,
       isodow(occurred_at) AS weekday,
       hour(occurred_at) AS hour,
       count(DISTINCT customer_id) AS customers,
       count(*) AS contacts
FROM filter_rows
JOIN contacts USING (customer_id)
WHERE occurred_at IS NOT NULL
GROUP BY ALL
ORDER BY weekday, hour, key;
