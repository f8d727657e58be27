-- The 25-grid by filters: as the cube grid. Reads  filter_rows, scores, grid; variable stale_after_days.
SELECT key, as_of,
       scores.grid_stage AS stage,
       scores.personal::INTEGER AS personal,
       scores.company::INTEGER AS company,
       binding,
       lean,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       count(*) FILTER (scores.assessed_days_ago > getvariable('stale_after_days')) AS stale_customers
FROM filter_rows
JOIN scores USING (as_of, customer_id)
LEFT JOIN grid USING (as_of, customer_id)
GROUP BY key, as_of, stage, scores.personal, scores.company, binding, lean
ORDER BY as_of, scores.company DESC, scores.personal, stage, key;
