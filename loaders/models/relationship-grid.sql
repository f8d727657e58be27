-- The 25-grid: personal and company level of each account and the stage they make.
-- Reads  assessments, as_of_dates, grid_minimums (rank, stage, personal, company: 5 is the highest stage); variable
--        contacts ('max', 'mean' or 'weighted': how the contacts of an account make one level).
-- Makes  grid, one row per as-of date and account assessed by then; who is not in it is unassessed.

CREATE OR REPLACE TABLE grid AS
WITH days AS (SELECT DISTINCT as_of FROM as_of_dates),
newest AS (  -- the last word on each contact; an assessment without a contact is the account's own
  SELECT as_of, customer_id, contact_id,
         arg_max(personal, (assessed_on, sequence)) AS personal,
         arg_max(company, (assessed_on, sequence)) AS company,
         coalesce(arg_max(weight, (assessed_on, sequence)), 1) AS weight,
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
)
SELECT accounts_at.as_of,
       customer_id,
       accounts_at.personal,
       accounts_at.company,
       coalesce(arg_max(stage, rank), 'pre') AS grid_stage,
       assessed_on,
       accounts_at.as_of - assessed_on AS assessed_days_ago,
       contacts
FROM accounts_at
LEFT JOIN grid_minimums ON accounts_at.personal >= grid_minimums.personal AND accounts_at.company >= grid_minimums.company
GROUP BY ALL;
