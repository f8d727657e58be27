-- How long each complaint opened in the window took, by filters: what the times of the cube complaint-summary are made of.
-- Whole seconds are as fine as the exports are. Reads  filter_rows, complaint_status.
SELECT key, as_of,
       round(hours * 3600)::INTEGER AS seconds,
       count(DISTINCT customer_id) AS customers,
       count(*) AS resolved
FROM filter_rows
JOIN complaint_status USING (as_of, customer_id)
WHERE in_window AND hours IS NOT NULL
GROUP BY key, as_of, seconds
ORDER BY as_of, seconds, key;
