-- What each ABC class gets beside its level, at the newest date: complaints of the window and their time, invitations.
-- Reads  service_levels, complaint_status, interactions, as_of_dates; variable service_invitations.
-- Counts and times are told where enough customers are in them, and enough out of them.

WITH newest AS (SELECT as_of, window_from FROM as_of_dates WHERE role = 'now'),
asked AS (
  SELECT customer_id, bool_or(status = 'held') AS took_part
  FROM interactions, newest
  WHERE occurred_on BETWEEN window_from AND as_of AND list_contains(getvariable('service_invitations'), kind)
  GROUP BY customer_id
),
complained AS (
  SELECT class, customer_id, hours, timing
  FROM complaint_status JOIN newest USING (as_of) JOIN service_levels USING (as_of, customer_id)
  WHERE in_window
),
times AS (
  SELECT class,
         count(DISTINCT customer_id) AS complainants,
         count(DISTINCT customer_id) FILTER (hours IS NOT NULL) AS resolved_customers,
         count(DISTINCT customer_id) FILTER (timing = 'in_limit') AS limit_in,
         count(DISTINCT customer_id) FILTER (timing IN ('late', 'overdue')) AS limit_out,
         count(*) FILTER (timing = 'in_limit') AS in_limit,
         count(*) FILTER (timing <> 'in_time') AS due,
         quantile_cont(hours, 0.5) AS median_hours
  FROM complained
  GROUP BY class
),
counted AS (
  SELECT class,
         count(*) AS customers,
         count(delivered) AS known,
         count(*) FILTER (gap > 0) AS below,
         count(took_part) AS invited,
         count(*) FILTER (took_part) AS took_part
  FROM service_levels JOIN newest USING (as_of) LEFT JOIN asked USING (customer_id)
  GROUP BY class
)
SELECT class, customers,
       CASE WHEN told(known) IS NOT NULL AND told(customers - known) IS NOT NULL THEN known END AS known,
       CASE WHEN told(below) IS NOT NULL AND told(known - below) IS NOT NULL THEN below END AS below,
       CASE WHEN told(complainants) IS NOT NULL AND told(customers - complainants) IS NOT NULL THEN complainants END AS complainants,
       CASE WHEN told(resolved_customers) IS NOT NULL THEN round(median_hours, 4) END AS median_hours,
       CASE WHEN told(limit_in) IS NOT NULL AND told(limit_out) IS NOT NULL AND due > 0 THEN round(in_limit / due, 12) END AS in_limit_share,
       CASE WHEN told(invited) IS NOT NULL AND told(customers - invited) IS NOT NULL THEN invited END AS invited,
       CASE WHEN told(took_part) IS NOT NULL AND told(invited - took_part) IS NOT NULL THEN took_part END AS took_part
FROM counted LEFT JOIN times USING (class)
ORDER BY class;
