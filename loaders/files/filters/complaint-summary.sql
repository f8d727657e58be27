-- Complaints opened in the window and who opened them, by filters: the counts of the cube complaint-summary.
-- Reads  filter_rows, complaint_status.
SELECT key, as_of,
       count(DISTINCT customer_id) AS customers,
       count(*) AS complaints
FROM filter_rows
JOIN complaint_status USING (as_of, customer_id)
WHERE in_window
GROUP BY key, as_of
ORDER BY as_of, key;
