-- The visit plan at each as-of date by class and line, by filters: as the cube visit-compliance; visits_met is its met.
-- Reads  filter_rows, visit_lines.
SELECT key, as_of, class, role, kind,
       count(*) AS customers,
       sum(due)::BIGINT AS due,
       sum(held)::BIGINT AS held,
       sum(met)::BIGINT AS visits_met,
       sum(over_contacts)::BIGINT AS over_contacts,
       sum(planned)::BIGINT AS planned,
       sum(cancelled)::BIGINT AS cancelled
FROM filter_rows
JOIN visit_lines USING (as_of, customer_id)
GROUP BY key, as_of, class, role, kind
ORDER BY as_of, class,
         list_position(['sales', 'manager', 'marketing_director', 'general_manager'], role),
         kind DESC,
         key;
