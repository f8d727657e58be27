-- Churn at each as-of date with two whole years before it. Reads  variable smallest_cell, by told().

SELECT as_of,
       customers,
       minor(revenue) AS revenue,
       told(lost) AS lost,
       CASE WHEN told(lost) IS NOT NULL THEN minor(revenue_lost) END AS revenue_lost,
       minor(keeping_cost) AS keeping_cost
FROM churn
WHERE customers >= getvariable('smallest_cell')
ORDER BY as_of;
