-- The 25-grid: personal and company level of each account, the stage they make, and what holds the account back.
-- Reads  assessments, as_of_dates, grid_minimums (rank, stage, personal, company: 5 is the highest stage); variables
--        contacts ('max', 'mean' or 'weighted': how the contacts of an account make one level) and role_weights (a
--        contact's weight by its role, where the assessment gives none; else 1).
-- Makes  grid, one row per as-of date and account assessed by then; who is not in it is unassessed. Beside the stage:
--        binding, the minimum of the next stage that is not met: 'personal', 'company', 'both', or 'none' at the top;
--        lean, which axis is ahead of the other by more than the next stage asks: 'person' (personal above company, and
--        further above it than the next stage's minimums are apart: it leaves with the seller), 'thin' (company above
--        personal in the same way), or 'balanced'. At the highest stage nothing more is asked: 'balanced'.

CREATE OR REPLACE TABLE grid AS
WITH days AS (SELECT DISTINCT as_of FROM as_of_dates),
newest AS (  -- the last word on each contact; an assessment without a contact is the account's own
  SELECT as_of, customer_id, contact_id,
         arg_max(personal, (assessed_on, sequence)) AS personal,
         arg_max(company, (assessed_on, sequence)) AS company,
         coalesce(arg_max(weight, (assessed_on, sequence)),
                  getvariable('role_weights')[lower(trim(arg_max(contact_role, (assessed_on, sequence))))],
                  1) AS weight,
         max(assessed_on) AS assessed_on
  FROM days JOIN assessments ON assessed_on <= as_of
  GROUP BY as_of, customer_id, contact_id
),
accounts_at AS (
  SELECT as_of, customer_id,
         CASE getvariable('contacts')
           WHEN 'max' THEN max(personal)
           WHEN 'mean' THEN floor(avg(personal))
           ELSE floor(coalesce(sum(personal * weight) / nullif(sum(weight), 0), avg(personal))) END::TINYINT AS personal,
         CASE getvariable('contacts')
           WHEN 'max' THEN max(company)
           WHEN 'mean' THEN floor(avg(company))
           ELSE floor(coalesce(sum(company * weight) / nullif(sum(weight), 0), avg(company))) END::TINYINT AS company,
         max(assessed_on) AS assessed_on,
         count(contact_id)::INTEGER AS contacts
  FROM newest
  GROUP BY as_of, customer_id
),
staged AS (
  SELECT as_of,
         customer_id,
         accounts_at.personal,
         accounts_at.company,
         coalesce(arg_max(stage, rank), 'pre') AS grid_stage,
         coalesce(max(rank), 0) AS rank,
         assessed_on,
         as_of - assessed_on AS assessed_days_ago,
         contacts
  FROM accounts_at
  LEFT JOIN grid_minimums ON accounts_at.personal >= grid_minimums.personal AND accounts_at.company >= grid_minimums.company
  GROUP BY as_of, customer_id, accounts_at.personal, accounts_at.company, assessed_on, contacts
)
SELECT as_of,
       customer_id,
       staged.personal,
       staged.company,
       grid_stage,
       CASE WHEN next_stage.rank IS NULL THEN 'none'
            WHEN staged.personal >= next_stage.personal THEN 'company'
            WHEN staged.company >= next_stage.company THEN 'personal'
            ELSE 'both' END AS binding,
       CASE WHEN next_stage.rank IS NULL THEN 'balanced'
            WHEN staged.personal - staged.company > greatest(next_stage.personal - next_stage.company, 0) THEN 'person'
            WHEN staged.company - staged.personal > greatest(next_stage.company - next_stage.personal, 0) THEN 'thin'
            ELSE 'balanced' END AS lean,
       assessed_on,
       assessed_days_ago,
       contacts
FROM staged LEFT JOIN grid_minimums AS next_stage ON next_stage.rank = staged.rank + 1;
