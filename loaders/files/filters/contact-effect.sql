-- What accounts bought before and after their last contact of each outcome, by filters of the newest date: as the cube
-- contact-effect. Reads  filter_rows, contacts, contact_settings, purchases.
WITH marked AS (
  SELECT as_of, customer_id, occurred_on, effect_days,
         CASE WHEN achieved THEN 'reached'
              WHEN achieved IS NULL AND goal IS NULL AND due_on IS NULL THEN 'no_goal'
              WHEN NOT achieved OR due_on < as_of THEN 'not_reached' END AS outcome
  FROM contacts, contact_settings, (SELECT DISTINCT as_of FROM filter_rows)
  WHERE class <> 'none' AND occurred_on + effect_days <= as_of
),
last_contacts AS (
  SELECT as_of, outcome, customer_id, effect_days, max(occurred_on) AS contact_on
  FROM marked
  WHERE outcome IS NOT NULL
  GROUP BY ALL
),
bought AS (
  SELECT as_of, outcome, customer_id,
         coalesce(sum(amount) FILTER (day < contact_on AND day >= contact_on - effect_days), 0) AS before,
         coalesce(sum(amount) FILTER (day > contact_on AND day <= contact_on + effect_days), 0) AS after
  FROM last_contacts LEFT JOIN purchases USING (customer_id)
  GROUP BY as_of, outcome, customer_id
)
SELECT key, as_of, outcome,
       count(*) AS customers,
       minor(sum(before)) AS before,
       minor(sum(after)) AS after
FROM filter_rows
JOIN bought USING (as_of, customer_id)
GROUP BY key, as_of, outcome
ORDER BY list_position(['reached', 'not_reached', 'no_goal'], outcome), key;
