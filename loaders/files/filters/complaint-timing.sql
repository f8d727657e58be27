-- Complaints opened in the window against the limit, by filters: as the cube complaint-timing.
-- Reads  filter_rows, complaint_status.
SELECT key, as_of, timing,
       count(DISTINCT customer_id) AS customers,
       count(*) AS complaints
FROM filter_rows
JOIN complaint_status USING (as_of, customer_id)
WHERE in_window
GROUP BY key, as_of, timing
ORDER BY as_of, list_position(['in_limit', 'late', 'overdue', 'in_time'], timing), key;
