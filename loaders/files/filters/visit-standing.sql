-- Accounts below, within and above the visit plan by class and line, by filters: as the cube visit-standing, at each date.
-- Reads  filter_rows, visit_lines.
SELECT key, as_of, class, role, kind, standing, count(*) AS customers
FROM filter_rows
JOIN visit_lines USING (as_of, customer_id)
GROUP BY key, as_of, class, role, kind, standing
ORDER BY as_of, class,
         list_position(['sales', 'manager', 'marketing_director', 'general_manager'], role),
         kind DESC,
         list_position(['under', 'within', 'over', 'not_due'], standing),
         key;
