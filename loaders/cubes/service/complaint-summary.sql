-- How many complaints were opened in the window and how long they took, at each as-of date. Reads  complaint_status.
-- Counts and times of too few customers aren't told.

WITH counted AS (
  SELECT as_of,
         count(*) AS complaints,
         count(DISTINCT customer_id) AS complainants,
         count(DISTINCT customer_id) FILTER (hours IS NOT NULL) AS resolved_customers,
         count(*) FILTER (NOT is_judged) AS not_judged,
         count(DISTINCT customer_id) FILTER (NOT is_judged) AS not_judged_customers,
         count(DISTINCT customer_id) FILTER (is_judged) AS judged_customers,
         quantile_cont(hours, 0.5) AS median_hours,
         quantile_cont(hours, 0.9) AS p90_hours
  FROM complaint_status
  WHERE in_window
  GROUP BY as_of
)
SELECT as_of,
       CASE WHEN told(complainants) IS NOT NULL THEN complaints END AS complaints,
       told(complainants) AS complainants,
       CASE WHEN told(resolved_customers) IS NOT NULL THEN round(median_hours, 4) END AS median_hours,
       -- A tenth of the customers must be enough to be a group.
       CASE WHEN resolved_customers >= 10 * getvariable('smallest_cell') OR getvariable('smallest_cell') = 1
              THEN round(p90_hours, 4) END AS p90_hours,
       CASE WHEN told(not_judged_customers) IS NOT NULL AND told(judged_customers) IS NOT NULL THEN not_judged END AS not_judged
FROM counted
ORDER BY as_of;
