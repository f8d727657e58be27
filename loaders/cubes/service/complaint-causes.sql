-- Complaints opened in the window by cause and detail, at the newest date. Reads  complaint_status, scores.
-- A count inside a cell is told where enough customers are in it, and enough out of it.

WITH newest AS (
  SELECT *, coalesce(cause, 'unknown') AS known_cause, coalesce(cause_detail, 'unknown') AS detail
  FROM complaint_status
  WHERE in_window AND as_of = (SELECT max(as_of) FROM complaint_status)
),
money AS (
  SELECT known_cause, detail, sum(revenue) AS revenue
  FROM (SELECT DISTINCT as_of, known_cause, detail, customer_id FROM newest)
  JOIN scores USING (as_of, customer_id)
  GROUP BY known_cause, detail
),
counted AS (
  SELECT known_cause, detail,
         count(*) AS complaints,
         count(DISTINCT customer_id) AS customers,
         count(*) FILTER (is_valid) AS valid,
         count(DISTINCT customer_id) FILTER (is_valid) AS valid_in,
         count(DISTINCT customer_id) FILTER (NOT is_valid) AS valid_out,
         count(*) FILTER (timing = 'in_limit') AS in_limit,
         count(DISTINCT customer_id) FILTER (timing = 'in_limit') AS limit_in,
         count(DISTINCT customer_id) FILTER (timing <> 'in_limit') AS limit_out,
         count(*) FILTER (satisfied) AS satisfied,
         count(DISTINCT customer_id) FILTER (satisfied) AS satisfied_in,
         count(DISTINCT customer_id) FILTER (satisfied IS NOT TRUE) AS satisfied_out,
         sum(compensation) AS compensation
  FROM newest
  GROUP BY known_cause, detail
)
SELECT known_cause AS cause, detail, complaints, customers,
       CASE WHEN told(valid_in) IS NOT NULL AND told(valid_out) IS NOT NULL THEN valid END AS valid,
       CASE WHEN told(limit_in) IS NOT NULL AND told(limit_out) IS NOT NULL THEN in_limit END AS in_limit,
       CASE WHEN told(satisfied_in) IS NOT NULL AND told(satisfied_out) IS NOT NULL THEN satisfied END AS satisfied,
       minor(compensation) AS compensation,
       minor(coalesce(revenue, 0)) AS revenue
FROM counted LEFT JOIN money USING (known_cause, detail)
ORDER BY list_position(['goods', 'service', 'customer', 'unknown'], known_cause),
         list_position(['quality', 'specification', 'tolerance', 'fault', 'attitude', 'manner', 'skill', 'misuse',
                        'expectation', 'unknown'], detail);
