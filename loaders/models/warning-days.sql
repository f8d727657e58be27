-- The days on which the warning is given: the report's own dates, and the past dates at which it is put to the test.
-- Reads  purchases, as_of_dates; variables lapse_days (the horizon), backtest_months (1 or 3: from cut to cut),
--        backtest_cuts (at most so many).
-- Makes  backtest_span, one row: horizon_days, months, the first of these that leaves three cuts, else the one that
--        leaves most: the settings' own; monthly cuts; monthly cuts with a horizon of at most 90 days. A cut is a
--        month's or a quarter's end with a whole horizon of history before it and a whole one, by the newest date, after.
-- Makes  warning_days (as_of, is_report, is_cut).

CREATE OR REPLACE TEMP TABLE backtest_candidates AS
WITH span AS (
  SELECT as_of AS today, (SELECT min(day) FROM purchases WHERE orders > 0) AS first_on
  FROM as_of_dates
  WHERE role = 'now'
),
choices(place, horizon_days, months) AS (
  VALUES (1, getvariable('lapse_days')::INTEGER, getvariable('backtest_months')::INTEGER),
         (2, getvariable('lapse_days')::INTEGER, 1),
         (3, least(getvariable('lapse_days')::INTEGER, 90), 1)
),
ends AS (
  SELECT place, horizon_days, months, today, first_on,
         (date_trunc(CASE months WHEN 3 THEN 'quarter' ELSE 'month' END, today) - to_months((months * k)::INTEGER) - INTERVAL 1 DAY)::DATE AS cut
  FROM choices, span, range(0, 600) AS past(k)
)
SELECT place, horizon_days, months, cut
FROM ends
WHERE cut + horizon_days <= today AND cut - horizon_days >= first_on
QUALIFY row_number() OVER (PARTITION BY place ORDER BY cut DESC) <= getvariable('backtest_cuts');

CREATE OR REPLACE TABLE backtest_span AS
WITH counted AS (
  SELECT place, horizon_days, months, least(count(*), 3) AS enough FROM backtest_candidates GROUP BY ALL
  UNION ALL
  -- A history too short for any cut.
  SELECT 4, getvariable('lapse_days')::INTEGER, getvariable('backtest_months')::INTEGER, 0
)
SELECT place, horizon_days, months FROM counted ORDER BY enough DESC, place LIMIT 1;

CREATE OR REPLACE TABLE warning_days AS
WITH days AS (
  SELECT as_of, true AS is_report, false AS is_cut FROM as_of_dates WHERE role IN ('now', 'quarter_end')
  UNION ALL
  SELECT cut, false, true FROM backtest_candidates JOIN backtest_span USING (place)
)
SELECT as_of, bool_or(is_report) AS is_report, bool_or(is_cut) AS is_cut FROM days GROUP BY as_of ORDER BY as_of;

DROP TABLE backtest_candidates;
