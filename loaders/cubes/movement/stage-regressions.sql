-- How often accounts regressed from each stage. Reads  stage_regressions, stage_intervals, class_margins; variable
-- smallest_cell. Where small cells are not told: how many stood at a stage, summed over dates, is not, since all but one
-- of the dates are told elsewhere; nor is a count of those who regressed, or did not, that is small, or that is small
-- without the year that is told as a matrix; nor a stage that was small at one of the starts.

WITH small AS (
  SELECT DISTINCT span, model, class AS stage
  FROM stage_intervals
  JOIN class_margins ON as_of = from_day
  WHERE smallest < getvariable('smallest_cell')
    AND (customers < getvariable('smallest_cell') OR smaller_classes < 2 OR smaller_customers < getvariable('smallest_cell'))
)
SELECT model, span, stage, step, intervals,
       CASE WHEN getvariable('smallest_cell') = 1 THEN customers END AS customers,
       CASE WHEN ok THEN seen END AS seen,
       CASE WHEN ok THEN regressed END AS regressed
FROM (SELECT stage_regressions.*,
             small.stage IS NULL AND told(regressed) IS NOT NULL AND told(seen - regressed) IS NOT NULL
               AND (span = 'quarter' OR told(regressed_before) IS NOT NULL AND told(regressed - regressed_before) IS NOT NULL) AS ok
      FROM stage_regressions LEFT JOIN small USING (span, model, stage))
ORDER BY model, span, step;
