-- What visits, channels and costs to serve are counted over, and how complete the exports are. One row.

WITH newest AS (SELECT * FROM coverage_periods WHERE as_of = (SELECT max(as_of) FROM coverage_periods)),
everyone AS (
  SELECT count(*) AS customers,
         count(*) FILTER (NOT ordered) AS without_order,
         count(*) FILTER (coalesce(cost_to_serve, 0) = 0) AS uncosted,
         count(*) FILTER (coalesce(profit, 0) < coalesce(cost_to_serve, 0)) AS below
  FROM coverage_accounts JOIN newest USING (as_of) LEFT JOIN account_costs USING (as_of, customer_id)
       LEFT JOIN coverage_values USING (customer_id)
),
held AS (
  SELECT count(*) AS contacts,
         count(*) FILTER (role IS NULL) AS without_role,
         count(*) FILTER (contacts.occurred_at IS NULL) AS without_time,
         count(*) FILTER (contacts.content IS NULL) AS without_content,
         count(*) FILTER (class = 'none') AS with_others
  FROM contacts JOIN interactions USING (customer_id, sequence)
),
costs AS (
  SELECT sum(cost_to_serve) AS cost_to_serve,
         coalesce(sum(cost_to_serve) FILTER (coverage_accounts.customer_id IS NULL), 0) AS cost_of_others
  FROM account_costs JOIN newest USING (as_of) LEFT JOIN coverage_accounts USING (as_of, customer_id)
)
SELECT period_from,
       (SELECT CASE WHEN count(*) > 0 THEN greatest(min(occurred_on), period_from) END
        FROM interactions WHERE occurred_on <= as_of) AS contacts_from,
       customers,
       told(without_order) AS without_order,
       due_without_order,
       contacts,
       without_role,
       without_time,
       without_content,
       with_others,
       costs_in,
       effect_days,
       touchpoint_reach,
       minor(cost_to_serve) AS cost_to_serve,
       CASE WHEN cost_to_serve IS NOT NULL THEN minor(cost_of_others) END AS cost_of_others,
       CASE WHEN cost_to_serve IS NOT NULL THEN told(uncosted) END AS uncosted_customers,
       CASE WHEN cost_to_serve IS NOT NULL AND getvariable('has_profit') THEN told(below) END AS below_customers
FROM newest, everyone, held, costs, contact_settings;
