-- Accounts by phase at the newest date, with the window's money and the contacts of the period.

WITH seen AS (SELECT customer_id, count(*) AS contacts FROM contacts GROUP BY customer_id)
SELECT phase,
       count(*) AS customers,
       minor(coalesce(sum(revenue), 0)) AS revenue,
       CASE WHEN getvariable('has_profit') THEN minor(coalesce(sum(profit), 0)) END AS profit,
       CASE WHEN EXISTS (SELECT 1 FROM inputs WHERE export = 'interactions') THEN coalesce(sum(contacts), 0)::BIGINT END AS contacts
FROM lifecycle
JOIN scores USING (customer_id)
LEFT JOIN seen USING (customer_id)
WHERE as_of = (SELECT max(as_of) FROM scores)
GROUP BY phase
ORDER BY list_position(['prospect', 'acquisition', 'growth', 'maturity', 'inactive'], phase);
