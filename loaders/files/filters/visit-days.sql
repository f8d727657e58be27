-- The days that the visit plan is judged by, and who has no order in the window, by filters at each date: of the cube
-- coverage-period; idle_customers is its without_order. Reads  filter_rows, coverage_accounts, coverage_periods,
-- interactions.
SELECT key, as_of, period_from,
       CASE WHEN first_contact <= as_of THEN greatest(first_contact, period_from) END AS contacts_from,
       count(*) AS customers,
       count(*) FILTER (NOT ordered) AS idle_customers
FROM filter_rows
JOIN coverage_accounts USING (as_of, customer_id)
JOIN coverage_periods USING (as_of), (SELECT min(occurred_on) AS first_contact FROM interactions)
GROUP BY key, as_of, period_from, first_contact
ORDER BY as_of, key;
