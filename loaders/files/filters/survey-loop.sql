-- Surveys sent in the window by the last step reached, by filters: as the cube survey-loop.
-- Reads  filter_rows, survey_status.
SELECT key, as_of, reached,
       count(DISTINCT customer_id) AS customers,
       count(*) AS surveys
FROM filter_rows
JOIN survey_status USING (as_of, customer_id)
WHERE in_window
GROUP BY key, as_of, reached
ORDER BY as_of, list_position(['sent', 'responded', 'analysed', 'acted', 'fed_back'], reached), key;
