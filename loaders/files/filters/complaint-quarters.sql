-- Complaints by the quarter of their opening against the limit, by filters: as the cube complaint-quarters, at any date.
-- Reads  filter_rows, complaint_status, scores (the first as-of date).
WITH opened AS (
  SELECT key, as_of, customer_id,
         date_trunc('quarter', opened_on)::DATE AS quarter,
         CASE WHEN timing IN ('late', 'overdue') THEN 'missed' ELSE timing END AS kept
  FROM filter_rows
  JOIN complaint_status USING (as_of, customer_id)
  WHERE opened_on >= (SELECT date_trunc('quarter', min(as_of)) FROM scores)
)
SELECT key, as_of, quarter,
       kept AS timing,
       count(DISTINCT customer_id) AS customers,
       count(*) AS complaints
FROM opened
GROUP BY key, as_of, quarter, kept
ORDER BY as_of, quarter, list_position(['in_limit', 'missed', 'in_time'], kept), key;
