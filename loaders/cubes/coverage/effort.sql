-- What each class gets, in contacts and in what they cost, and what it brings in the same period. All who exist count,
-- whether or not they were contacted; contacts with others are counted in coverage-period.

WITH seen AS (
  SELECT customer_id, count(*) AS contacts, sum(contact_cost) AS cost FROM contacts GROUP BY customer_id
)
SELECT class,
       count(*) AS customers,
       coalesce(sum(contacts), 0)::BIGINT AS contacts,
       CASE WHEN (SELECT costs_in FROM contact_settings) = 'money' THEN minor(coalesce(sum(cost), 0))::DOUBLE
            ELSE coalesce(sum(cost), 0)::DOUBLE END AS cost,
       minor(coalesce(sum(revenue), 0)) AS revenue,
       CASE WHEN getvariable('has_profit') THEN minor(coalesce(sum(profit), 0)) END AS profit
FROM coverage_accounts
LEFT JOIN coverage_values USING (customer_id)
LEFT JOIN seen USING (customer_id)
WHERE as_of = (SELECT max(as_of) FROM coverage_periods)
GROUP BY class
ORDER BY class;
