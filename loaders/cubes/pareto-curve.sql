-- The cumulative curve of revenue and of profit at the newest date, over all customers on the ledger, largest first.
-- Reads  told_ends; variables curve_points (about how many points) and smallest_cell (fewest customers between two points).
-- Every point is exact; between them lie whole customers.

WITH newest AS (
  SELECT customer_id, revenue, profit FROM activity WHERE as_of = (SELECT as_of FROM as_of_dates WHERE role = 'now')
),
long AS (
  SELECT 'revenue' AS measure, customer_id, revenue AS amount FROM newest
  UNION ALL
  SELECT 'profit', customer_id, profit FROM newest WHERE profit IS NOT NULL
),
cumulative AS (
  SELECT measure,
         row_number() OVER largest_first AS place,
         sum(amount) OVER largest_first AS amount,
         count(*) OVER (PARTITION BY measure) AS n,
         sum(amount) OVER (PARTITION BY measure) AS total
  FROM long
  WINDOW largest_first AS (PARTITION BY measure ORDER BY amount DESC, customer_id ROWS UNBOUNDED PRECEDING)
),
placed AS (
  SELECT *,
         first_value(place) OVER (PARTITION BY measure ORDER BY amount DESC, place) AS peak_place,
         ceil(n / getvariable('curve_points'))::BIGINT AS step,
         ceil(0.2 * n)::BIGINT AS fifth
  FROM cumulative
),
chosen AS (  -- steps, the end and the first fifth; where small cells are suppressed the ends that may be told, those among them
  SELECT * FROM placed
  WHERE place = n
     OR (getvariable('smallest_cell') > 1
         AND EXISTS (SELECT 1 FROM told_ends
                     WHERE told_ends.as_of = (SELECT as_of FROM as_of_dates WHERE role = 'now')
                       AND told_ends.measure = placed.measure AND told_ends.place = placed.place))
     OR (getvariable('smallest_cell') = 1
         AND (place % step = 0 OR place = fifth OR place <= 20 OR place = peak_place OR place = ceil(n / 100)
              OR place = ceil((place * 20 // n) * n / 20)))  -- each twentieth
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
