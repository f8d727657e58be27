-- Profit and cost to serve by class, for accounts whose profit covers the cost (earns) and for those that cost more
-- (below). Only where both are known.

SELECT class,
       CASE WHEN coalesce(profit, 0) < coalesce(cost_to_serve, 0) THEN 'below' ELSE 'earns' END AS standing,
       count(*) AS customers,
       minor(coalesce(sum(revenue), 0)) AS revenue,
       minor(coalesce(sum(profit), 0)) AS profit,
       minor(coalesce(sum(cost_to_serve), 0)) AS cost
FROM coverage_accounts
LEFT JOIN coverage_values USING (customer_id)
LEFT JOIN account_costs USING (as_of, customer_id)
WHERE as_of = (SELECT max(as_of) FROM coverage_periods)
  AND getvariable('has_profit')
  AND EXISTS (SELECT 1 FROM inputs WHERE export = 'costs')
GROUP BY ALL
ORDER BY class, standing DESC;
