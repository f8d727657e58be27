-- Signs that something is wrong with the relationship, on each day of warning, from what was known by then.
-- Reads  warning_days, warning_states, complaints, interactions, assessments, wallet_shares; variables
--        warning_complaint_hours, one_contact_share, contact_days, stale_after_days, wallet_fall, period_months.
-- Makes  rows of warning_signals, for customers with an order of late (they stand in warning_states):
--   complaint_overdue   days since the oldest complaint that is still open passed its limit; detail counts them
--   one_contact         contacts with the one person, where an account of the largest 20% by money at stake is known
--                       through nobody else; by contacts held and assessments of the last 365 days
--   assessment_stale    days beyond the age at which an assessment is stale
--   assessment_falling  levels by which the newest assessment of the account, or of one of its contacts, lies below the
--                       one before it; of the last 365 days
--   wallet_falling      points of share by which the newest wallet figure lies below the one before it; not older than
--                       its own period and half a year

INSERT INTO warning_signals
WITH standing AS (
  SELECT as_of, customer_id, at_stake,
         row_number() OVER (PARTITION BY as_of ORDER BY at_stake DESC, customer_id)
           <= ceil(getvariable('one_contact_share')::DECIMAL(9, 6) * count(*) OVER (PARTITION BY as_of)) AS is_large
  FROM warning_states
),
due AS (
  SELECT customer_id, resolved_on,
         (opened_at + to_milliseconds((getvariable('warning_complaint_hours') * 3600000)::BIGINT))::DATE AS due_on
  FROM complaints
),
people AS (
  SELECT customer_id, contact_id, occurred_on AS met_on FROM interactions WHERE status = 'held' AND contact_id IS NOT NULL
  UNION ALL
  SELECT customer_id, contact_id, assessed_on FROM assessments WHERE contact_id IS NOT NULL
),
assessment_days AS (
  SELECT customer_id, contact_id, assessed_on,
         arg_max(personal, sequence) AS personal, arg_max(company, sequence) AS company
  FROM assessments
  GROUP BY customer_id, contact_id, assessed_on
),
assessed AS (
  SELECT *,
         greatest(lag(personal) OVER in_order - personal, 0) + greatest(lag(company) OVER in_order - company, 0) AS levels_lost,
         lead(assessed_on) OVER in_order AS next_on
  FROM assessment_days
  WINDOW in_order AS (PARTITION BY customer_id, contact_id ORDER BY assessed_on)
),
shares AS (
  SELECT customer_id, figure_on, lag(share) OVER in_order - share AS lost, lead(figure_on) OVER in_order AS next_on
  FROM wallet_shares
  WINDOW in_order AS (PARTITION BY customer_id ORDER BY figure_on)
)
SELECT as_of, customer_id, 'complaint_overdue', (as_of - min(due_on))::DOUBLE, min(due_on), count(*)::VARCHAR
FROM standing JOIN due USING (customer_id)
WHERE due_on <= as_of AND (resolved_on IS NULL OR resolved_on > as_of)
GROUP BY as_of, customer_id
UNION ALL
SELECT as_of, customer_id, 'one_contact', count(*)::DOUBLE, min(met_on), NULL
FROM standing JOIN people USING (customer_id)
WHERE is_large AND met_on <= as_of AND met_on > as_of - getvariable('contact_days')::INTEGER
GROUP BY as_of, customer_id
HAVING count(DISTINCT contact_id) = 1
UNION ALL
SELECT as_of, customer_id, 'assessment_stale', (as_of - max(assessed_on) - getvariable('stale_after_days'))::DOUBLE,
       max(assessed_on) + getvariable('stale_after_days')::INTEGER + 1, NULL
FROM standing JOIN assessment_days USING (customer_id)
WHERE assessed_on <= as_of
GROUP BY as_of, customer_id
HAVING as_of - max(assessed_on) > getvariable('stale_after_days')
UNION ALL
SELECT as_of, customer_id, 'assessment_falling', max(levels_lost)::DOUBLE, min(assessed_on), NULL
FROM standing JOIN assessed USING (customer_id)
WHERE levels_lost > 0 AND assessed_on <= as_of AND assessed_on > as_of - 365 AND (next_on IS NULL OR next_on > as_of)
GROUP BY as_of, customer_id
UNION ALL
SELECT as_of, customer_id, 'wallet_falling', round(lost, 9)::DOUBLE, figure_on, NULL
FROM standing JOIN shares USING (customer_id)
WHERE lost >= getvariable('wallet_fall')::DOUBLE - 1e-9 AND figure_on <= as_of
  AND (next_on IS NULL OR next_on > as_of)
  AND figure_on > as_of - to_months(getvariable('period_months')::INTEGER + 6);
