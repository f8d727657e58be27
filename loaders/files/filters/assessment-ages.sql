-- How old the assessments are, by filters: as the cube assessment-ages. Reads  filter_rows, scores; variable grid_age_days.
WITH aged AS (
  SELECT key, as_of, grid_stage AS stage, revenue, profit,
         len(list_filter(getvariable('grid_age_days'), lambda days: assessed_days_ago > days))::INTEGER + 1 AS band
  FROM filter_rows
  JOIN scores USING (as_of, customer_id)
  WHERE assessed_on IS NOT NULL
)
SELECT key, as_of, stage,
       coalesce(getvariable('grid_age_days')[band - 1] + 1, 0)::INTEGER AS from_days,
       getvariable('grid_age_days')[band]::INTEGER AS to_days,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM aged
GROUP BY key, as_of, stage, band
ORDER BY as_of, stage, band, key;
