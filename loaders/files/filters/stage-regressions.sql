-- How often accounts regressed from each stage, by filters of the start of each interval: as the cube stage-regressions, the
-- intervals apart, each under the date that it ends on. Reads  filter_rows, stage_observations.
SELECT key, to_day AS as_of, model, span, stage, step,
       count(*) AS customers,
       count(*) FILTER (seen) AS seen,
       count(*) FILTER (regressed) AS regressed
FROM filter_rows
JOIN stage_observations ON from_day = filter_rows.as_of AND stage_observations.customer_id = filter_rows.customer_id
GROUP BY key, to_day, model, span, stage, step
ORDER BY as_of, model, span, step, stage, key;
