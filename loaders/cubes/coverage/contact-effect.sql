-- What accounts bought in the 90 days before their last contact of each outcome and in the 90 days after it, for contacts
-- whose days after lie within the data. One contact of an account and outcome, so that no purchase counts twice in a row.

WITH days AS (SELECT effect_days, (SELECT max(as_of) FROM coverage_periods) AS as_of FROM contact_settings),
marked AS (
  SELECT customer_id, occurred_on,
         CASE WHEN achieved THEN 'reached'
              WHEN achieved IS NULL AND goal IS NULL AND due_on IS NULL THEN 'no_goal'
              WHEN NOT achieved OR due_on < as_of THEN 'not_reached' END AS outcome
  FROM contacts, days
  WHERE class <> 'none' AND occurred_on + effect_days <= as_of
),
last_contacts AS (
  SELECT outcome, customer_id, max(occurred_on) AS contact_on FROM marked WHERE outcome IS NOT NULL GROUP BY ALL
),
bought AS (
  SELECT outcome, customer_id,
         coalesce(sum(amount) FILTER (day < contact_on AND day >= contact_on - effect_days), 0) AS before,
         coalesce(sum(amount) FILTER (day > contact_on AND day <= contact_on + effect_days), 0) AS after
  FROM last_contacts CROSS JOIN days LEFT JOIN purchases USING (customer_id)
  GROUP BY outcome, customer_id
)
SELECT outcome,
       count(*) AS customers,
       minor(sum(before)) AS before,
       minor(sum(after)) AS after
FROM bought
GROUP BY outcome
ORDER BY list_position(['reached', 'not_reached', 'no_goal'], outcome);
