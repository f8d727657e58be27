-- Contacts held in the period by weekday (Monday is 1) and hour; only those whose time of day is known.

SELECT isodow(occurred_at) AS weekday,
       hour(occurred_at) AS hour,
       count(DISTINCT customer_id) AS customers,
       count(*) AS contacts
FROM contacts
WHERE occurred_at IS NOT NULL
GROUP BY ALL
ORDER BY weekday, hour;
