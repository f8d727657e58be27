-- Complaints by the quarter of their opening, against the limit, at the newest date: in_limit, missed (resolved late or
-- open past it) or in_time (open). Reads  complaint_status. The quarters are those of the as-of dates and the one that runs.

WITH dates AS (SELECT min(as_of) AS first_on, max(as_of) AS newest FROM scores),
opened AS (
  SELECT date_trunc('quarter', opened_on)::DATE AS quarter,
         CASE WHEN timing IN ('late', 'overdue') THEN 'missed' ELSE timing END AS kept,
         customer_id
  FROM complaint_status, dates
  WHERE as_of = newest AND opened_on >= date_trunc('quarter', first_on)
)
SELECT quarter, kept AS timing, count(*) AS complaints, count(DISTINCT customer_id) AS customers
FROM opened
GROUP BY quarter, kept
ORDER BY quarter, list_position(['in_limit', 'missed', 'in_time'], kept);
