-- Value types at the newest date: flags that may stand together, but for the most valuable and those below zero.
-- Reads  scores, lifetime_values, purchases, as_of_dates, account_costs; variables mvc_share, mgc_share, migrator_alive_below,
--        migrator_trend_below, migrator_value_share, horizon_months (of expected_purchases), period_months (of a wallet
--        figure).
-- Makes  value_types, one row per existing customer:
--   mvc         most valuable: among the largest 20% of customers by lifetime value, and above zero after cost to serve
--   mgc         most growable: among the largest 20% by growth_potential, and above zero. The potential is what the
--               customer buys elsewhere in a year (the wallet gap) where that is known, else how far the revenue expected
--               of the coming year lies above that of the last 365 days
--   below_zero  lifetime value below zero after cost to serve: what it cost to serve the customer so far is taken off the
--               value so far. The value to come bears none, for what serving will cost is not known
--   migrator    on the way out while still worth much: P(alive) below 0.5, or the last 90 days' spend below 70% of the
--               same days a year before; and among the largest 40% by value so far
-- Shares of a customer are a customer; equal values are ordered by customer_id.

CREATE OR REPLACE TABLE value_types AS
WITH today AS (
  SELECT as_of, (as_of - INTERVAL 12 MONTH)::DATE AS year_ago FROM as_of_dates WHERE role = 'now'
),
spent AS (
  SELECT customer_id,
         sum(amount) FILTER (day > as_of - 365) AS last_year,
         coalesce(sum(amount) FILTER (day > as_of - 90), 0) AS last_90_days,
         coalesce(sum(amount) FILTER (day > year_ago - 90 AND day <= year_ago), 0) AS same_days_before
  FROM purchases, today
  WHERE day <= as_of
  GROUP BY customer_id
),
customers AS (
  SELECT customer_id, p_alive, clv, clv_historic, clv - coalesce(cost_so_far, 0) AS clv_after_cost, last_90_days, same_days_before,
         coalesce(wallet_gap::DOUBLE * 12 / getvariable('period_months'),
                  expected_purchases * expected_spend * 12 / getvariable('horizon_months')
                    - coalesce(last_year, 0)::DOUBLE) AS growth_potential,
         wallet_gap IS NOT NULL AS wallet_known
  FROM scores
  JOIN today USING (as_of)
  JOIN spent USING (customer_id)
  LEFT JOIN lifetime_values USING (as_of, customer_id)
  LEFT JOIN account_costs USING (as_of, customer_id)
  WHERE is_customer
),
ranked AS (
  SELECT *,
         count(*) OVER () AS customers,
         row_number() OVER (ORDER BY clv DESC NULLS LAST, customer_id) AS clv_place,
         row_number() OVER (ORDER BY clv_historic DESC NULLS LAST, customer_id) AS historic_place,
         row_number() OVER (ORDER BY growth_potential DESC NULLS LAST, customer_id) AS growth_place
  FROM customers
)
SELECT customer_id,
       coalesce(clv_after_cost > 0 AND clv_place <= ceil(getvariable('mvc_share')::DECIMAL(9, 6) * customers), false) AS mvc,
       coalesce(growth_potential > 0 AND growth_place <= ceil(getvariable('mgc_share')::DECIMAL(9, 6) * customers), false) AS mgc,
       coalesce(clv_after_cost < 0, false) AS below_zero,
       coalesce(clv_historic > 0 AND historic_place <= ceil(getvariable('migrator_value_share')::DECIMAL(9, 6) * customers), false)
         AND (coalesce(p_alive < getvariable('migrator_alive_below'), false)
              OR (same_days_before > 0
                  AND last_90_days < getvariable('migrator_trend_below')::DECIMAL(9, 6) * same_days_before)) AS migrator,
       growth_potential,
       wallet_known
FROM ranked;
