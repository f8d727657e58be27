-- The workbench's table `scores`: every model's verdict on each customer at the newest date, the largest by revenue first,
-- at most as many as the variable workbench_rows. Its columns are listed in src/components/workbench/columns.ts.
-- Reads  scores, accounts, account_costs, rfm_primary, metal_pyramid, hsbc_pyramid, chase_pyramid, value_types,
--        customer_types, lifecycle, lifetime_values, contact_pattern, interactions, service_levels, complaint_status,
--        alert_accounts; the cubes' macros; variables workbench_as_of, workbench_rows, abc_preset, abc_measure.
-- The columns of the customers export carry no date: they are as of the export.
WITH now AS (SELECT * FROM scores WHERE as_of = getvariable('workbench_as_of')),
visits AS (
  SELECT customer_id, max(occurred_on) AS last_visit_on
  FROM interactions
  WHERE kind = 'visit' AND status = 'held' AND occurred_on <= getvariable('workbench_as_of')
  GROUP BY customer_id
),
complained AS (
  SELECT customer_id, count(*) AS complaints, count(*) FILTER (resolved_on IS NULL) AS complaints_open,
         max(opened_on) AS last_complaint_on
  FROM complaint_status
  WHERE as_of = getvariable('workbench_as_of')
  GROUP BY customer_id
)
SELECT as_of, customer_id, name, region, industry, owner, accounts.since, status, influence,
       now.is_customer, is_refund_only, first_order_on, last_order_on, recency_days, orders,
       minor(now.revenue) AS revenue, minor(now.profit) AS profit, orders_ever, minor(revenue_ever) AS revenue_ever,
       minor(cost_to_serve) AS cost_to_serve, revenue_rank, decile,
       rfm_primary.r, rfm_primary.f, rfm_primary.m, rfm_segment AS segment, rfm_rank, rfm_band,
       CASE getvariable('abc_preset') || ' ' || getvariable('abc_measure')
         WHEN 'by-customers revenue' THEN abc_customers_revenue
         WHEN 'by-customers profit' THEN abc_customers_profit
         WHEN 'by-value revenue' THEN abc_value_revenue
         ELSE abc_value_profit END AS abc,
       abc_customers_revenue, abc_customers_profit, abc_value_revenue, abc_value_profit,
       metal, hsbc, round(loyalty, 4) AS loyalty, round(hsbc_pyramid.value, 4) AS value, chase,
       mvc, mgc, below_zero, migrator, minor(growth_potential) AS growth_potential,
       customer_types.type AS customer_type, lifecycle.phase AS lifecycle,
       round(p_alive, 4) AS p_alive, round(expected_purchases, 4) AS expected_purchases,
       minor(clv) AS clv, minor(clv_historic) AS clv_historic, minor(clv_future) AS clv_future,
       personal, company, grid_stage, assessed_on, wallet_stage, round(wallet_share, 6) AS wallet_share,
       minor(category_spend) AS category_spend, minor(wallet_gap) AS wallet_gap,
       contacts_held, departments, people, last_visit_on, senior_visit_on,
       suggested AS service_suggested, delivered AS service_delivered,
       coalesce(complaints, 0) AS complaints, coalesce(complaints_open, 0) AS complaints_open, last_complaint_on,
       coalesce(signals, 0) AS alerts, alert_accounts.phase AS alert_phase, alert_accounts.since AS alert_since,
       minor(at_stake) AS at_stake, round(chance, 4) AS chance, minor(at_risk) AS at_risk
FROM now
LEFT JOIN accounts USING (customer_id)
LEFT JOIN account_costs USING (as_of, customer_id)
LEFT JOIN rfm_primary USING (as_of, customer_id)
LEFT JOIN metal_pyramid USING (as_of, customer_id)
LEFT JOIN hsbc_pyramid USING (customer_id)
LEFT JOIN chase_pyramid USING (customer_id)
LEFT JOIN value_types USING (customer_id)
LEFT JOIN customer_types USING (customer_id)
LEFT JOIN lifecycle USING (customer_id)
LEFT JOIN lifetime_values USING (as_of, customer_id)
LEFT JOIN contact_pattern USING (as_of, customer_id)
LEFT JOIN visits USING (customer_id)
LEFT JOIN service_levels USING (as_of, customer_id)
LEFT JOIN complained USING (customer_id)
LEFT JOIN alert_accounts USING (as_of, customer_id)
ORDER BY now.revenue DESC, customer_id
LIMIT getvariable('workbench_rows');
