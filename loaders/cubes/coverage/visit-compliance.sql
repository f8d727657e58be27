-- The visit plan at each as-of date: contacts due and held, by class and line of the plan.

SELECT as_of, class, role, kind, customers, due, held, met, over_contacts, planned, cancelled
FROM visit_compliance
ORDER BY as_of, class,
         list_position(['sales', 'manager', 'marketing_director', 'general_manager'], role),
         kind DESC;
