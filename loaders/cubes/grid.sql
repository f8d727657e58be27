-- The 25-grid at each as-of date. Reads  variable stale_after_days.

SELECT as_of,
       grid_stage AS stage,
       personal,
       company,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       count(*) FILTER (assessed_days_ago > getvariable('stale_after_days')) AS stale_customers
FROM scores
GROUP BY as_of, stage, personal, company
ORDER BY as_of, company DESC, personal, stage;
