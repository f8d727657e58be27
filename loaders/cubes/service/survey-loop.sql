-- Surveys sent in the window by the last step reached, at each as-of date. Reads  survey_status.

SELECT as_of, reached, count(*) AS surveys, count(DISTINCT customer_id) AS customers
FROM survey_status
WHERE in_window
GROUP BY as_of, reached
ORDER BY as_of, list_position(['sent', 'responded', 'analysed', 'acted', 'fed_back'], reached);
