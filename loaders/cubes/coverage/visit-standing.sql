-- Accounts below, within and above the visit plan at the newest date, by class and line of the plan.

SELECT class, role, kind, standing, count(*) AS customers
FROM visit_results
GROUP BY class, role, kind, standing
ORDER BY class,
         list_position(['sales', 'manager', 'marketing_director', 'general_manager'], role),
         kind DESC,
         list_position(['under', 'within', 'over', 'not_due'], standing);
