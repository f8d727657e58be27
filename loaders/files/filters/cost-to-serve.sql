-- Profit and cost to serve by class, of accounts whose profit covers the cost and of those that cost more, by filters of the
-- newest date: as the cube cost-to-serve; cost_to_serve is its cost. Reads  filter_rows, coverage_accounts, coverage_values,
-- account_costs, inputs; variable has_profit.
SELECT key, as_of, class,
       CASE WHEN coalesce(profit, 0) < coalesce(cost_to_serve, 0) THEN 'below' ELSE 'earns' END AS standing,
       count(*) AS customers,
       minor(coalesce(sum(revenue), 0)) AS revenue,
       minor(coalesce(sum(profit), 0)) AS profit,
       minor(coalesce(sum(cost_to_serve), 0)) AS cost_to_serve
FROM filter_rows
JOIN coverage_accounts USING (as_of, customer_id)
LEFT JOIN coverage_values USING (customer_id)
LEFT JOIN account_costs USING (as_of, customer_id)
WHERE getvariable('has_profit')
  AND EXISTS (SELECT 1 FROM inputs WHERE export = 'costs')
GROUP BY key, as_of, class, standing
ORDER BY class, standing DESC, key;
