-- Contacts of the period that had a goal, by what became of it: reached; not_reached, said to be missed; overdue, its
-- date passed and nothing said; open. That a goal was reached carries no date: it holds at the newest date alone.

WITH today AS (SELECT max(as_of) AS as_of FROM coverage_periods),
aimed AS (
  SELECT customer_id, class,
         CASE WHEN achieved THEN 'reached'
              WHEN NOT achieved THEN 'not_reached'
              WHEN due_on < as_of THEN 'overdue'
              ELSE 'open' END AS state
  FROM contacts, today
  WHERE goal IS NOT NULL OR achieved IS NOT NULL OR due_on IS NOT NULL
)
SELECT class, state,
       count(DISTINCT customer_id) AS customers,
       count(*) AS contacts
FROM aimed
GROUP BY class, state
ORDER BY class, list_position(['reached', 'not_reached', 'overdue', 'open'], state);
