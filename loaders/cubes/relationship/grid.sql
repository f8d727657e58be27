-- The 25-grid at each as-of date; binding and lean belong to the square (see models/relationship-grid.sql).
-- Reads  scores, grid; variable stale_after_days.

SELECT as_of,
       scores.grid_stage AS stage,
       scores.personal,
       scores.company,
       binding,
       lean,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       told(count(*) FILTER (scores.assessed_days_ago > getvariable('stale_after_days'))) AS stale_customers
FROM scores LEFT JOIN grid USING (as_of, customer_id)
GROUP BY as_of, stage, scores.personal, scores.company, binding, lean
ORDER BY as_of, scores.company DESC, scores.personal, stage;
