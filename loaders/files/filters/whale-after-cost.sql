-- Existing customers by the size of their profit in the newest period, two bins an octave, by filters: enough for curves that
-- are ranked anew inside a filter, as those of the cube whale-after-cost. The bin is 1000 more for profit after cost to
-- serve; below zero it is negative. Reads  filter_rows, coverage_accounts, coverage_values, account_costs, inputs; variable
-- has_profit.
WITH money AS (
  SELECT key, as_of, unnest([0, 1]) AS measure,
         unnest([minor(coalesce(profit, 0)), minor(coalesce(profit, 0) - coalesce(cost_to_serve, 0))]) AS amount
  FROM filter_rows
  JOIN coverage_accounts USING (as_of, customer_id)
  LEFT JOIN coverage_values USING (customer_id)
  LEFT JOIN account_costs USING (as_of, customer_id)
  WHERE getvariable('has_profit')
    AND EXISTS (SELECT 1 FROM inputs WHERE export = 'costs')
)
SELECT key, as_of,
       measure * 1000 + 500 + CASE WHEN amount = 0 THEN 0 ELSE sign(amount) * (1 + floor(2 * log2(abs(amount)))) END::INTEGER AS bin,
       count(*) AS customers,
       sum(amount)::BIGINT AS amount
FROM money
GROUP BY ALL
ORDER BY bin, key;
