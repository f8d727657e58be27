-- Contacts held in the period by channel, by content and by who began them, each by class.

WITH long AS (
  SELECT 'channel' AS "by", channel AS value, * FROM contacts
  UNION ALL
  SELECT 'content', coalesce(content, 'unknown'), * FROM contacts
  UNION ALL
  SELECT 'initiated_by', coalesce(initiated_by, 'unknown'), * FROM contacts
)
SELECT "by", class, value,
       count(DISTINCT customer_id) AS customers,
       count(*) AS contacts,
       CASE WHEN (SELECT costs_in FROM contact_settings) = 'money' THEN minor(sum(contact_cost))::DOUBLE
            ELSE sum(contact_cost)::DOUBLE END AS cost
FROM long
GROUP BY "by", class, value
ORDER BY "by", class, value;
