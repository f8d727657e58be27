-- Forecasts against the stretch held out. Reads  variable smallest_cell: from the first frequency that has fewer
-- customers on, all are one line; where that is still too small, it takes in the one before.

WITH bins AS (
  SELECT DISTINCT frequency, customers FROM lifetime_holdout WHERE frequency IS NOT NULL
),
first_small AS (
  SELECT min(frequency) AS frequency FROM bins WHERE customers < getvariable('smallest_cell')
),
from_here AS (
  SELECT CASE WHEN (SELECT sum(customers) FROM bins WHERE bins.frequency >= first_small.frequency) >= getvariable('smallest_cell')
              THEN first_small.frequency
              ELSE coalesce((SELECT max(frequency) FROM bins WHERE bins.frequency < first_small.frequency), first_small.frequency)
         END AS frequency
  FROM first_small
),
lines AS (
  SELECT calibration_end, holdout_end, lifetime_holdout.frequency, and_above, customers, forecast, actual, expected, mae, rmse
  FROM lifetime_holdout, from_here
  WHERE lifetime_holdout.frequency IS NULL OR from_here.frequency IS NULL OR lifetime_holdout.frequency < from_here.frequency
  UNION ALL
  SELECT calibration_end, holdout_end, from_here.frequency, true, sum(customers), forecast,
         sum(actual * customers ORDER BY lifetime_holdout.frequency) / sum(customers),
         sum(expected * customers ORDER BY lifetime_holdout.frequency) / sum(customers),
         NULL, NULL
  FROM lifetime_holdout, from_here
  WHERE lifetime_holdout.frequency >= from_here.frequency
  GROUP BY calibration_end, holdout_end, from_here.frequency, forecast
)
SELECT calibration_end::VARCHAR AS calibration_end, holdout_end::VARCHAR AS holdout_end, frequency, and_above,
       customers::INTEGER AS customers, forecast, actual, expected, mae, rmse
FROM lines
WHERE customers >= getvariable('smallest_cell')
ORDER BY frequency NULLS LAST, forecast;
