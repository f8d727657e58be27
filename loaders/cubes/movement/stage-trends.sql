-- The tests that higher stages regress less. Reads  stage_trends, stage_regressions, stage_intervals, class_margins;
-- variable smallest_cell. A test is told where small cells are not only if no count that it is made of is small, nor any
-- of its stages at one of the starts: from it and the stages that are told, the one that is not could be worked out.

WITH small AS (
  SELECT DISTINCT model, span
  FROM stage_regressions
  WHERE told(regressed) IS NULL OR told(seen - regressed) IS NULL
     OR span = 'year' AND (told(regressed_before) IS NULL OR told(regressed - regressed_before) IS NULL)
  UNION
  SELECT DISTINCT stage_regressions.model, stage_regressions.span
  FROM stage_regressions
  JOIN stage_intervals USING (span)
  JOIN class_margins ON as_of = from_day AND class_margins.model = stage_regressions.model AND class = stage
  WHERE smallest < getvariable('smallest_cell')
    AND (class_margins.customers < getvariable('smallest_cell') OR smaller_classes < 2
         OR smaller_customers < getvariable('smallest_cell'))
)
SELECT model, span, intervals,
       CASE WHEN small.model IS NULL THEN seen END AS seen,
       CASE WHEN small.model IS NULL THEN accounts END AS accounts,
       CASE WHEN small.model IS NULL THEN regressed END AS regressed,
       CASE WHEN small.model IS NULL THEN round(z, 6) END AS z,
       CASE WHEN small.model IS NULL THEN round(z_clustered, 6) END AS z_clustered
FROM stage_trends LEFT JOIN small USING (model, span)
ORDER BY model, span;
