-- What became of the complaints opened in the window, by filters: as the cube complaint-outcomes.
-- Reads  filter_rows, complaint_status.
SELECT key, as_of, outcome,
       count(DISTINCT customer_id) AS customers,
       count(*) AS complaints
FROM filter_rows
JOIN complaint_status USING (as_of, customer_id)
WHERE in_window
GROUP BY key, as_of, outcome
ORDER BY as_of,
         list_position(['invalid', 'open', 'unsatisfied', 'unasked', 'satisfied_untold', 'satisfied_young',
                        'satisfied_gone', 'satisfied_buying'], outcome),
         key;
