-- Complaints opened in the window, judged invalid or not, against the limit, at each as-of date. Reads  complaint_status.

SELECT as_of, timing, count(*) AS complaints, count(DISTINCT customer_id) AS customers
FROM complaint_status
WHERE in_window
GROUP BY as_of, timing
ORDER BY as_of, list_position(['in_limit', 'late', 'overdue', 'in_time'], timing);
