-- The retention formula at each as-of date with two years of history: margin x r / (1 + d - r), a year. The value is null
-- where it has no end (r is not below 1 + d). Reads  variable smallest_cell: shares of fewer customers are left out.

SELECT as_of,
       minor(margin) AS margin,
       retention,
       discount_rate,
       CASE WHEN retention < 1 + discount_rate THEN minor(margin * retention / (1 + discount_rate - retention)) END AS value
FROM lifetime_retention
WHERE retained_from >= getvariable('smallest_cell') AND active_customers >= getvariable('smallest_cell')
ORDER BY as_of;
