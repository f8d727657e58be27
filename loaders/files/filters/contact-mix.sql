-- Contacts held in the newest period by channel, by content and by who began them, each by class, by filters: as the cube
-- contact-mix; contact_cost is its cost. Reads  filter_rows, contacts, contact_settings.
WITH long AS (
  SELECT 'channel' AS "by", channel AS value, * FROM contacts
  UNION ALL
  SELECT 'content', coalesce(content, 'unknown'), * FROM contacts
  UNION ALL
  SELECT 'initiated_by', coalesce(initiated_by, 'unknown'), * FROM contacts
)
SELECT key, as_of, "by", class, value,
       count(DISTINCT customer_id) AS customers,
       count(*) AS contacts,
       CASE WHEN (SELECT costs_in FROM contact_settings) = 'money' THEN minor(sum(contact_cost))::DOUBLE
            ELSE sum(contact_cost)::DOUBLE END AS contact_cost
FROM filter_rows
JOIN long USING (customer_id)
GROUP BY key, as_of, "by", class, value
ORDER BY "by", class, value, key;
