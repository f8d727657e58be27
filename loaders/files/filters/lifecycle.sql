-- Accounts by phase, with the window's money and the contacts of the period, by filters of the newest date: as the cube
-- lifecycle. Reads  filter_rows, lifecycle, scores, contacts, inputs; variable has_profit.
WITH seen AS (SELECT customer_id, count(*) AS contacts FROM contacts GROUP BY customer_id)
SELECT key, as_of, phase,
       count(*) AS customers,
       minor(coalesce(sum(revenue), 0)) AS revenue,
       CASE WHEN getvariable('has_profit') THEN minor(coalesce(sum(profit), 0)) END AS profit,
       CASE WHEN EXISTS (SELECT 1 FROM inputs WHERE export = 'interactions') THEN coalesce(sum(contacts), 0)::BIGINT END AS contacts
FROM filter_rows
JOIN lifecycle USING (customer_id)
JOIN scores USING (as_of, customer_id)
LEFT JOIN seen USING (customer_id)
GROUP BY key, as_of, phase
ORDER BY list_position(['prospect', 'acquisition', 'growth', 'maturity', 'inactive'], phase), key;
