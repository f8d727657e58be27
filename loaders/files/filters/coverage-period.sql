-- Customers, contacts held and what serving cost in the newest period, by filters: of the cube coverage-period;
-- idle_customers is its without_order. Reads  filter_rows, coverage_accounts, coverage_periods, coverage_values,
-- account_costs, contacts, interactions; variables has_profit, smallest_cell: where small cells are suppressed, accounts
-- that are no customers are left out of the cost, since its rows are of enough customers alone.
WITH held AS (
  SELECT customer_id, count(*) AS contacts, count(*) FILTER (occurred_at IS NULL) AS without_time
  FROM contacts
  GROUP BY customer_id
),
known AS (
  SELECT key, as_of,
         class IS NOT NULL AS is_customer,
         ordered,
         coalesce(contacts, 0) AS contacts,
         coalesce(without_time, 0) AS without_time,
         coalesce(cost_to_serve, 0) AS cost_to_serve,
         coalesce(profit, 0) AS profit
  FROM filter_rows
  LEFT JOIN coverage_accounts USING (as_of, customer_id)
  LEFT JOIN account_costs USING (as_of, customer_id)
  LEFT JOIN coverage_values USING (customer_id)
  LEFT JOIN held USING (customer_id)
),
given AS (
  SELECT (SELECT min(occurred_on) FROM interactions) AS first_contact,
         EXISTS (SELECT 1 FROM account_costs WHERE as_of = (SELECT max(as_of) FROM coverage_periods)) AS has_costs,
         getvariable('smallest_cell') = 1 AS tells_others
)
SELECT key, as_of, period_from,
       CASE WHEN first_contact <= as_of THEN greatest(first_contact, period_from) END AS contacts_from,
       count(*) FILTER (is_customer) AS customers,
       count(*) FILTER (is_customer AND NOT ordered) AS idle_customers,
       sum(contacts)::BIGINT AS contacts,
       sum(without_time)::BIGINT AS without_time,
       CASE WHEN has_costs
              THEN coalesce(minor(sum(cost_to_serve) FILTER (is_customer OR tells_others)), 0) END AS cost_to_serve,
       CASE WHEN has_costs
              THEN coalesce(minor(sum(cost_to_serve) FILTER (NOT is_customer AND tells_others)), 0) END AS cost_of_others,
       CASE WHEN has_costs AND getvariable('has_profit')
              THEN count(*) FILTER (is_customer AND profit < cost_to_serve) END AS below_customers
FROM known JOIN coverage_periods USING (as_of), given
GROUP BY key, as_of, period_from, first_contact, has_costs, tells_others
ORDER BY as_of, key;
