-- Existing customers ranked by what they brought in the window, at each whole per cent of them. Reads  told_ends; variable
-- smallest_cell: where small cells are suppressed, only points that are told ends, and no counts of public accounts between
-- the ends. Half a customer is rounded up; equal values are ordered by customer_id.

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
         amount AS least_amount,
         count(*) FILTER (is_public) OVER largest_first AS public_customers,
         count(*) OVER (PARTITION BY measure) AS n
  FROM long
  WINDOW largest_first AS (PARTITION BY measure ORDER BY amount DESC, customer_id ROWS UNBOUNDED PRECEDING)
),
steps AS (
  SELECT measure, percent, place, amount, least_amount, public_customers, getvariable('smallest_cell')::BIGINT AS k
  FROM cumulative JOIN (SELECT unnest(range(1, 101)) AS percent) ON place = (percent * n + 50) // 100
)
SELECT measure,
       percent,
       place AS customers,
       minor(amount) AS amount,
       CASE WHEN k = 1 THEN public_customers WHEN percent = 100 THEN told(public_customers) END AS public_customers
FROM steps
WHERE k = 1
   OR percent = 100
   -- Of those who brought something the order is that of all customers.
   OR (least_amount > 0 AND EXISTS (SELECT 1 FROM told_ends
                                    WHERE told_ends.as_of = (SELECT max(as_of) FROM scores)
                                      AND told_ends.measure = steps.measure AND told_ends.place = steps.place))
ORDER BY measure DESC, percent;
