-- The cumulative curve of profit before and after cost to serve, each largest first, over existing customers. Shares are
-- of the total before the cost, so that the two curves end apart by what serving took. Reads  variables curve_points and
-- smallest_cell (fewest customers between two points); every point is exact.

WITH netted AS (
  SELECT customer_id, coalesce(profit, 0) AS profit, coalesce(profit, 0) - coalesce(cost_to_serve, 0) AS net
  FROM coverage_accounts
  LEFT JOIN coverage_values USING (customer_id)
  LEFT JOIN account_costs USING (as_of, customer_id)
  WHERE as_of = (SELECT max(as_of) FROM coverage_periods)
    AND getvariable('has_profit')
    AND EXISTS (SELECT 1 FROM inputs WHERE export = 'costs')
),
long AS (
  SELECT 'before' AS measure, customer_id, profit AS amount FROM netted
  UNION ALL
  SELECT 'after', customer_id, net FROM netted
),
cumulative AS (
  SELECT measure,
         row_number() OVER largest_first AS place,
         sum(amount) OVER largest_first AS amount,
         count(*) OVER (PARTITION BY measure) AS n,
         (SELECT sum(profit) FROM netted) AS total
  FROM long
  WINDOW largest_first AS (PARTITION BY measure ORDER BY amount DESC, customer_id ROWS UNBOUNDED PRECEDING)
),
placed AS (
  SELECT *,
         first_value(place) OVER (PARTITION BY measure ORDER BY amount DESC, place) AS peak_place,
         greatest(getvariable('smallest_cell'), ceil(n / getvariable('curve_points')))::BIGINT AS step
  FROM cumulative
),
chosen AS (
  SELECT * FROM placed
  WHERE place = n
     OR (place % step = 0 AND n - place >= getvariable('smallest_cell'))
     OR (getvariable('smallest_cell') = 1 AND (place <= 20 OR place = peak_place))
)
SELECT measure,
       place AS customers,
       minor(amount) AS amount,
       place::DOUBLE / n AS customer_share,
       amount::DOUBLE / total::DOUBLE AS amount_share,
       row_number() OVER (PARTITION BY measure ORDER BY amount DESC, place) = 1 AS peak
FROM chosen
WHERE total > 0
ORDER BY measure DESC, place;
