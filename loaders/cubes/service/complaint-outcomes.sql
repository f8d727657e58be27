-- Complaints opened in the window by what became of them, at each as-of date. Reads  complaint_status.

SELECT as_of, outcome, count(*) AS complaints, count(DISTINCT customer_id) AS customers
FROM complaint_status
WHERE in_window
GROUP BY as_of, outcome
ORDER BY as_of,
         list_position(['invalid', 'open', 'unsatisfied', 'unasked', 'satisfied_untold', 'satisfied_young',
                        'satisfied_gone', 'satisfied_buying'], outcome);
