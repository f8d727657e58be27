-- Existing customers by the size of their profit in the newest period, two bins an octave, by filters: enough for curves that
-- are ranked anew inside a filter, as those of the cube whale-after-cost. The bin is 1000 more for profit after cost to
-- serve; below zero it is negative. Where small cells are suppressed the bins are customers between the cube's own points,
-- the first 999. Reads  filter_rows, coverage_accounts, coverage_values, account_costs, inputs; variables has_profit,
-- smallest_cell, curve_points.
WITH netted AS (
  SELECT as_of, customer_id, unnest([0, 1]) AS measure,
         unnest([minor(coalesce(profit, 0)), minor(coalesce(profit, 0) - coalesce(cost_to_serve, 0))]) AS amount
  FROM coverage_accounts
  LEFT JOIN coverage_values USING (customer_id)
  LEFT JOIN account_costs USING (as_of, customer_id)
  WHERE getvariable('has_profit')
    AND EXISTS (SELECT 1 FROM inputs WHERE export = 'costs')
),
ranked AS (
  SELECT *,
         row_number() OVER (PARTITION BY as_of, measure ORDER BY amount DESC, customer_id) AS place,
         count(*) OVER (PARTITION BY as_of, measure) AS n,
         greatest(getvariable('smallest_cell'), ceil(n / getvariable('curve_points')))::BIGINT AS step
  FROM netted
),
money AS (
  SELECT key, as_of, measure, amount,
         CASE WHEN getvariable('smallest_cell') > 1
              -- The last point before the end keeps its distance from it.
              THEN 999 - greatest(0, least((place - 1) // step, (n - getvariable('smallest_cell')) // step)) END AS bin
  FROM filter_rows JOIN ranked USING (as_of, customer_id)
)
SELECT key, as_of,
       measure * 1000
         + coalesce(bin, 500 + CASE WHEN amount = 0 THEN 0 ELSE sign(amount) * (1 + floor(2 * log2(abs(amount)))) END)::INTEGER AS bin,
       count(*) AS customers,
       sum(amount)::BIGINT AS amount
FROM money
GROUP BY ALL
ORDER BY bin, key;
