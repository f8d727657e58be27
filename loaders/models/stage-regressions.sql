-- Whether higher stages regress less: how often accounts fell from each stage of the two stage models, over spans of time
-- that do not overlap, and a test of trend.
-- Reads  as_of_dates, class_places, class_steps, scores (assessed_on), wallet (figure_on), movement_spans.
-- Makes  stage_intervals (span, from_day, to_day): 'quarter' from each quarter end to the next, 'year' about a year each,
--        back from the newest date.
-- Makes  stage_observations, one row per model, span, interval and account at a stage from which it can fall: whether it
--        was looked at again by the end (a newer assessment or wallet figure; without one no stage can move) and whether
--        it had regressed.
-- Makes  stage_regressions: the same counted by model, span and stage. regressed_before leaves out the interval up to
--        the newest date, which is also told as a matrix.
-- Makes  stage_trends: by model and span, over those looked at again, the Cochran-Armitage test that the rate of
--        regression is linear in the stage's step (Armitage 1955; Agresti, Categorical Data Analysis, 5.3.5):
--          z = (N sum(s y) - sum(s) R) / sqrt(R (N - R) (N sum(s^2) - sum(s)^2) / N)
--        and the same score over a variance that takes each account's observations together, since they are not
--        independent (the generalised score test, Boos 1992): z_clustered = sum(u) / sqrt(sum(u^2)), where u is an
--        account's sum of (s - mean s) (y - mean y). Both from sums of whole numbers: no order of rows changes them.

CREATE OR REPLACE TABLE stage_intervals AS
WITH RECURSIVE days AS (
  SELECT DISTINCT as_of, role = 'quarter_end' OR as_of = last_day(as_of) AND month(as_of) % 3 = 0 AS ends_quarter
  FROM as_of_dates
  WHERE role IN ('now', 'quarter_end')
),
years AS (
  SELECT max(as_of) AS to_day FROM days
  UNION ALL
  SELECT (SELECT max(as_of) FROM days WHERE as_of <= years.to_day - INTERVAL '10 months 15 days') FROM years
  WHERE years.to_day IS NOT NULL
)
SELECT 'year' AS span, lead(to_day) OVER (ORDER BY to_day DESC) AS from_day, to_day
FROM years
WHERE to_day IS NOT NULL
QUALIFY from_day IS NOT NULL
UNION ALL
SELECT 'quarter', lag(as_of) OVER (ORDER BY as_of) AS from_day, as_of
FROM days
WHERE ends_quarter
QUALIFY from_day IS NOT NULL;

CREATE OR REPLACE TABLE stage_observations AS
WITH stages AS (
  SELECT as_of, customer_id, 'grid_stage' AS model, class_places.grid_stage AS class, assessed_on AS looked_at
  FROM class_places JOIN scores USING (as_of, customer_id)
  UNION ALL
  SELECT as_of, customer_id, 'wallet_stage', class_places.wallet_stage, figure_on
  FROM class_places JOIN wallet USING (as_of, customer_id)
),
placed AS (
  SELECT stages.*, step FROM stages JOIN class_steps USING (model, class)
)
SELECT span, from_day, to_day, model, customer_id,
       earlier.class AS stage,
       earlier.step,
       coalesce(later.looked_at > from_day, false) AS seen,
       coalesce(later.looked_at > from_day AND later.step < earlier.step, false) AS regressed
FROM stage_intervals
JOIN placed AS earlier ON earlier.as_of = from_day
LEFT JOIN placed AS later USING (model, customer_id)
WHERE later.as_of = to_day AND earlier.step > 0;

CREATE OR REPLACE TABLE stage_regressions AS
SELECT model, span, stage, step,
       count(DISTINCT from_day) AS intervals,
       count(*) AS customers,
       count(*) FILTER (seen) AS seen,
       count(*) FILTER (regressed) AS regressed,
       count(*) FILTER (regressed AND to_day < (SELECT max(as_of) FROM class_places)) AS regressed_before
FROM stage_observations
GROUP BY ALL;

CREATE OR REPLACE TABLE stage_trends AS
WITH sums AS (
  SELECT model, span,
         count(*)::HUGEINT AS n,
         count(DISTINCT customer_id) AS accounts,
         sum(regressed::INTEGER)::HUGEINT AS r,
         sum(step)::HUGEINT AS s,
         sum(step * step)::HUGEINT AS ss,
         sum(step * regressed::INTEGER)::HUGEINT AS sy
  FROM stage_observations
  WHERE seen
  GROUP BY model, span
),
of_accounts AS (
  SELECT model, span, customer_id, sum((n * step - s) * (n * regressed::INTEGER - r))::HUGEINT AS u
  FROM stage_observations JOIN sums USING (model, span)
  WHERE seen
  GROUP BY model, span, customer_id
),
clustered AS (
  SELECT model, span, sum(u)::DOUBLE / nullif(sqrt(sum(u * u)::DOUBLE), 0) AS z_clustered
  FROM of_accounts
  GROUP BY model, span
)
SELECT model, span,
       (SELECT count(*) FROM stage_intervals WHERE stage_intervals.span = sums.span) AS intervals,
       n::BIGINT AS seen,
       accounts,
       r::BIGINT AS regressed,
       (n * sy - s * r)::DOUBLE / nullif(sqrt((r * (n - r) * (n * ss - s * s))::DOUBLE / n::DOUBLE), 0) AS z,
       z_clustered
FROM sums JOIN clustered USING (model, span);
