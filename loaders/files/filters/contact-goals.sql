-- Contacts of the newest period that had a goal, by what became of it, by filters: as the cube contact-goals.
-- Reads  filter_rows, contacts.
WITH aimed AS (
  SELECT key, as_of, customer_id, class,
         CASE WHEN achieved THEN 'reached'
              WHEN NOT achieved THEN 'not_reached'
              WHEN due_on < as_of THEN 'overdue'
              ELSE 'open' END AS state
  FROM filter_rows JOIN contacts USING (customer_id)
  WHERE goal IS NOT NULL OR achieved IS NOT NULL OR due_on IS NOT NULL
)
SELECT key, as_of, class, state,
       count(DISTINCT customer_id) AS customers,
       count(*) AS contacts
FROM aimed
GROUP BY key, as_of, class, state
ORDER BY class, list_position(['reached', 'not_reached', 'overdue', 'open'], state), key;
