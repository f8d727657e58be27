-- What a fit on the past could know, and what then came.
-- Reads  purchases, as_of_dates; variable holdout_days (how long a stretch is held out, at most a third of the history).
-- Makes  holdout_span (temporary; calibration_end, holdout_end; empty where the history has no three days);
--        holdout_customers (temporary): customers by what they did up to the end of the calibration (see
--        purchase-histories.sql) and `actual`, their days with a purchase in the stretch held out.

CREATE OR REPLACE TEMP TABLE holdout_span AS
WITH history AS (
  SELECT as_of, as_of - (SELECT min(day) FROM purchases WHERE orders > 0) AS days FROM as_of_dates WHERE role = 'now'
)
SELECT (as_of - least(getvariable('holdout_days')::INTEGER, days // 3)::INTEGER)::DATE AS calibration_end, as_of AS holdout_end
FROM history
WHERE days >= 3;

CREATE OR REPLACE TEMP TABLE holdout_customers AS
WITH histories AS (
  SELECT customer_id,
         (count(*) FILTER (day <= calibration_end) - 1)::INTEGER AS frequency,
         (max(day) FILTER (day <= calibration_end) - min(day))::INTEGER AS recency_days,
         (any_value(calibration_end) - min(day))::INTEGER AS age_days,
         count(*) FILTER (day > calibration_end)::INTEGER AS actual
  FROM purchases JOIN holdout_span ON day <= holdout_end
  WHERE orders > 0
  GROUP BY customer_id
  HAVING min(day) <= any_value(calibration_end)
)
SELECT frequency, recency_days, age_days, actual, count(*)::INTEGER AS customers
FROM histories
GROUP BY ALL
ORDER BY ALL;
