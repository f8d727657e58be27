-- The days on which the report looks at its customers.
-- Reads  purchases; variables as_of (a day, or null for the last day of the data) and window_days (null for all).
-- Makes  as_of_dates (as_of, role, window_from, is_whole, is_start): 'now'; 'quarter_end', the last eight before it and
--        not before the first purchase; 'quarter_ago' and 'year_ago', 3 and 12 calendar months before it. is_whole: its
--        window lies within the data; of all of the data, when that is a year. is_start: a movement up to now may begin
--        there: a quarter end whose window is whole, or any of them where none is.

CREATE OR REPLACE TABLE as_of_dates AS
WITH data_days AS (
  SELECT min(day) AS first_day, min(day) FILTER (orders > 0) AS first_purchase, max(day) AS last_day FROM purchases
),
today AS (
  SELECT coalesce(getvariable('as_of')::DATE, last_day) AS as_of, first_day, first_purchase FROM data_days
),
quarter_ends AS (
  SELECT (date_trunc('quarter', as_of) - to_months(3 * n::INTEGER) - INTERVAL 1 DAY)::DATE AS as_of
  FROM today, range(0, 9) AS quarters(n)
),
days AS (
  SELECT as_of, 'now' AS role FROM today
  UNION ALL
  (SELECT quarter_ends.as_of, 'quarter_end' FROM quarter_ends, today
   WHERE quarter_ends.as_of < today.as_of AND quarter_ends.as_of >= first_purchase
   ORDER BY 1 DESC LIMIT 8)
  UNION ALL
  SELECT (as_of - INTERVAL 3 MONTH)::DATE, 'quarter_ago' FROM today WHERE (as_of - INTERVAL 3 MONTH)::DATE >= first_purchase
  UNION ALL
  SELECT (as_of - INTERVAL 12 MONTH)::DATE, 'year_ago' FROM today WHERE (as_of - INTERVAL 12 MONTH)::DATE >= first_purchase
),
windows AS (
  SELECT days.as_of,
         role,
         coalesce(days.as_of - (getvariable('window_days')::INTEGER - 1), first_day)::DATE AS window_from,
         days.as_of - first_day >= coalesce(getvariable('window_days')::INTEGER, 365) - 1 AS is_whole
  FROM days, today
)
SELECT *, role = 'quarter_end' AND is_whole = bool_or(is_whole) OVER (PARTITION BY role) AS is_start
FROM windows
ORDER BY as_of, role;
