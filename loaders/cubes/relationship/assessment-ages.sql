-- How old the assessments are, by grid stage, at the newest date. A band runs from the day after the one before it to
-- its last day; the last band is open. Reads  scores; variable grid_age_days (the last day of each band but the open one).

WITH aged AS (
  SELECT grid_stage, revenue, profit,
         len(list_filter(getvariable('grid_age_days'), lambda days: assessed_days_ago > days)) + 1 AS band
  FROM scores
  WHERE as_of = (SELECT max(as_of) FROM scores) AND assessed_on IS NOT NULL
)
SELECT grid_stage AS stage,
       band,
       coalesce(getvariable('grid_age_days')[band - 1] + 1, 0) AS from_days,
       getvariable('grid_age_days')[band] AS to_days,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM aged
GROUP BY grid_stage, band
ORDER BY grid_stage, band;
