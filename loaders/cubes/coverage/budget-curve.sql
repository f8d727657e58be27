-- Existing customers ranked by what they brought in the window, at each whole per cent of them. Reads  variable
-- smallest_cell: of points that lie fewer customers apart, or from either end, some are left out, and so are counts of
-- public accounts between the ends. Half a customer is rounded up; equal values are ordered by customer_id.

WITH newest AS (
  SELECT customer_id, revenue, profit, public_accounts.customer_id IS NOT NULL AS is_public
  FROM scores LEFT JOIN public_accounts USING (customer_id)
  WHERE as_of = (SELECT max(as_of) FROM scores) AND is_customer
),
long AS (
  SELECT 'revenue' AS measure, customer_id, revenue AS amount, is_public FROM newest
  UNION ALL
  SELECT 'profit', customer_id, profit, is_public FROM newest WHERE profit IS NOT NULL
),
cumulative AS (
  SELECT measure,
         row_number() OVER largest_first AS place,
         sum(amount) OVER largest_first AS amount,
         count(*) FILTER (is_public) OVER largest_first AS public_customers,
         count(*) OVER (PARTITION BY measure) AS n
  FROM long
  WINDOW largest_first AS (PARTITION BY measure ORDER BY amount DESC, customer_id ROWS UNBOUNDED PRECEDING)
),
steps AS (
  SELECT measure, percent, place, amount, public_customers, n, getvariable('smallest_cell')::BIGINT AS k
  FROM cumulative JOIN (SELECT unnest(range(1, 101)) AS percent) ON place = (percent * n + 50) // 100
),
-- The source's plans are told first, the other points as they keep their distance from them.
marks AS (
  SELECT measure, place AS mark
  FROM (SELECT *, place - coalesce(lag(place) OVER (PARTITION BY measure ORDER BY percent), 0) AS apart
        FROM steps JOIN budget_marks USING (percent))
  WHERE apart >= k AND n - place >= k
),
distances AS (
  SELECT measure, percent, min(abs(place - mark)) AS distance
  FROM steps JOIN marks USING (measure)
  GROUP BY ALL
)
SELECT measure,
       percent,
       place AS customers,
       minor(amount) AS amount,
       CASE WHEN k = 1 THEN public_customers WHEN percent = 100 THEN told(public_customers) END AS public_customers
FROM steps LEFT JOIN distances USING (measure, percent)
WHERE k = 1
   OR percent = 100
   OR distance = 0
   OR (percent % ceil(100 * k / n) = 0 AND place >= k AND n - place >= k AND coalesce(distance >= k, true))
ORDER BY measure DESC, percent;
