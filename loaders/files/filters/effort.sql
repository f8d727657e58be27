-- What each class gets, in contacts and in what they cost, and what it brings, by filters: as the cube effort; contact_cost
-- is its cost. Reads  filter_rows, coverage_accounts, coverage_values, contacts, contact_settings; variable has_profit.
WITH seen AS (
  SELECT customer_id, count(*) AS contacts, sum(contact_cost) AS cost FROM contacts GROUP BY customer_id
)
SELECT key, as_of, class,
       count(*) AS customers,
       coalesce(sum(contacts), 0)::BIGINT AS contacts,
       CASE WHEN (SELECT costs_in FROM contact_settings) = 'money' THEN minor(coalesce(sum(cost), 0))::DOUBLE
            ELSE coalesce(sum(cost), 0)::DOUBLE END AS contact_cost,
       minor(coalesce(sum(revenue), 0)) AS revenue,
       CASE WHEN getvariable('has_profit') THEN minor(coalesce(sum(profit), 0)) END AS profit
FROM filter_rows
JOIN coverage_accounts USING (as_of, customer_id)
LEFT JOIN coverage_values USING (customer_id)
LEFT JOIN seen USING (customer_id)
GROUP BY key, as_of, class
ORDER BY class, key;
