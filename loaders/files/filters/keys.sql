-- Which filter values each customer has at each as-of date, as one number.
-- Reads  scores, complaint_status, survey_status, account_costs, contacts, coverage_periods, accounts, filter_values;
--        variables abc_preset, abc_measure, filter_stage ('wallet' or 'grid'), filter_singly (whether only one filter may be set at a time).
-- Makes  every_filter_row (as_of, customer_id, key), where region and industry are 0 to 6 by filter_values, 7 for all others
--        and 8 where it is not known, and key is
--        ((region * 9 + industry) * 5 + class) * 7 + stage. Where filters are set singly a customer has a row for each
--        dimension, key = 100 * dimension + place, and one for all, key = 0.
-- Region and industry are those of the customers export, which carries no date. Who complained, was surveyed, was met or
-- cost something and stands in no score yet has neither class nor stage.

CREATE OR REPLACE TEMP TABLE every_filter_row AS
WITH standing AS (
  SELECT as_of, customer_id, abc_customers_revenue, abc_customers_profit, abc_value_revenue, abc_value_profit,
         wallet_stage, grid_stage
  FROM scores
  UNION ALL BY NAME
  SELECT DISTINCT as_of, customer_id
  FROM (SELECT as_of, customer_id FROM complaint_status UNION ALL SELECT as_of, customer_id FROM survey_status
        UNION ALL SELECT as_of, customer_id FROM account_costs
        UNION ALL SELECT (SELECT max(as_of) FROM coverage_periods), customer_id FROM contacts)
  ANTI JOIN scores USING (as_of, customer_id)
),
placed AS (
  SELECT as_of, customer_id,
         CASE WHEN nullif(trim(accounts.region), '') IS NULL THEN 8 ELSE coalesce(regions.place, 7) END AS region,
         CASE WHEN nullif(trim(accounts.industry), '') IS NULL THEN 8 ELSE coalesce(industries.place, 7) END AS industry,
         list_position(['A', 'B', 'C', 'D', 'none'],
           coalesce(CASE getvariable('abc_preset') || ' ' || getvariable('abc_measure')
             WHEN 'by-customers revenue' THEN abc_customers_revenue
             WHEN 'by-customers profit' THEN abc_customers_profit
             WHEN 'by-value revenue' THEN abc_value_revenue
             ELSE abc_value_profit END, 'none')) - 1 AS class,
         CASE getvariable('filter_stage')
           WHEN 'wallet' THEN list_position(['development', 'initial', 'stable', 'strategic', 'interrupted', 'unknown', 'none'],
                                            coalesce(wallet_stage, 'unknown'))
           ELSE list_position(['nurturing', 'initial', 'middle', 'advanced', 'partner', 'pre', 'unassessed'],
                              coalesce(grid_stage, 'unassessed')) END - 1 AS stage
  FROM standing
  LEFT JOIN accounts USING (customer_id)
  LEFT JOIN filter_values AS regions ON regions.dimension = 'region' AND regions.name = trim(accounts.region)
  LEFT JOIN filter_values AS industries ON industries.dimension = 'industry' AND industries.name = trim(accounts.industry)
)
SELECT as_of, customer_id,
       unnest(CASE WHEN getvariable('filter_singly')
                   THEN [0, 100 + region, 200 + industry, 300 + class, 400 + stage]
                   ELSE [((region * 9 + industry) * 5 + class) * 7 + stage] END)::INTEGER AS key
FROM placed;
