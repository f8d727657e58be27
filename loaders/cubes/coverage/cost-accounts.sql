-- Accounts that cost more to serve than the profit they bring, the largest loss first; one that made a loss before any
-- cost is among them. Reads  variable members.

WITH netted AS (
  SELECT customer_id, class,
         coalesce(revenue, 0) AS revenue,
         coalesce(profit, 0) AS profit,
         coalesce(cost_to_serve, 0) AS cost
  FROM coverage_accounts
  LEFT JOIN account_costs USING (as_of, customer_id)
  LEFT JOIN coverage_values USING (customer_id)
  WHERE as_of = (SELECT max(as_of) FROM coverage_periods)
    AND getvariable('has_profit')
    AND EXISTS (SELECT 1 FROM inputs WHERE export = 'costs')
)
SELECT customer_id, name, class,
       minor(revenue) AS revenue,
       minor(profit) AS profit,
       minor(cost) AS cost
FROM netted LEFT JOIN accounts USING (customer_id)
WHERE profit < cost
QUALIFY row_number() OVER (ORDER BY profit - cost, customer_id) <= getvariable('members')
ORDER BY netted.profit - netted.cost, customer_id;
