-- The chance that a customer orders nothing in the next horizon, by what its peers did after as long a silence.
-- Reads  order_gaps, warning_states, warning_days, backtest_span; variables peer_weight, gone_days, unlikely_chance,
--        unlikely_times.
-- Makes  lapse_chances (as_of, peers, silent_days, chance), a row for each silence up to gone_days, also those that nobody
--        has kept. chance is null in a history shorter than the horizon.
-- Makes  lapse_lines (as_of, mean_chance, line): the mean over those whose last order lies within the horizon, and the chance
--        from which one is out of the ordinary: half, and 1.5 times that mean.
-- The survival curve of the gap to the next order is Kaplan and Meier's (1958): a gap that has not ended by the day
-- counts as longer than the silence so far. Chance = S(silence + horizon) / S(silence), of the peers, drawn with the weight
-- of 20 customers towards that of their band of orders, and that towards everyone's.

CREATE OR REPLACE TABLE lapse_chances AS
WITH ended AS (
  SELECT peers, next_on - day AS days, next_on FROM order_gaps WHERE next_on IS NOT NULL
),
-- Each gap under the first day of warning that knows its end, so that the long table is read once.
ended_by AS (
  SELECT as_of AS known_on, peers, days, count(*) AS gaps
  FROM ended ASOF JOIN warning_days ON next_on <= as_of
  GROUP BY ALL
),
standing AS (
  SELECT as_of, peers, (as_of - day) AS days, count(*) AS gaps
  FROM warning_days JOIN order_gaps ON day <= as_of AND (next_on IS NULL OR next_on > as_of)
  GROUP BY ALL
),
by_peers AS (
  SELECT as_of, peers, days, gaps AS ends, 0 AS stays FROM warning_days JOIN ended_by ON known_on <= as_of
  UNION ALL
  SELECT as_of, peers, days, 0, gaps FROM standing
),
levels AS (
  SELECT as_of, unnest([peers, peers[1] || '*', '*']) AS level, days, ends, stays FROM by_peers
),
counted AS (
  SELECT as_of, level, days, sum(ends)::BIGINT AS ends, sum(ends + stays)::BIGINT AS gaps FROM levels GROUP BY ALL
),
at_risk AS (
  SELECT *, sum(gaps) OVER (PARTITION BY as_of, level ORDER BY days ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)::BIGINT AS risk
  FROM counted
),
survival AS MATERIALIZED (
  SELECT as_of, level, days, risk - gaps AS longer,
         CASE WHEN max((ends = risk)::INTEGER) OVER so_far = 1 THEN 0
              ELSE exp(sum(CASE WHEN ends < risk THEN ln(1 - ends / risk) ELSE 0 END) OVER so_far) END AS staying
  FROM at_risk
  WINDOW so_far AS (PARTITION BY as_of, level ORDER BY days ROWS UNBOUNDED PRECEDING)
),
totals AS (
  SELECT as_of, level, sum(gaps)::BIGINT AS everyone FROM counted GROUP BY as_of, level
),
asked AS (
  SELECT as_of, peers, silent_days::INTEGER AS silent_days
  FROM (SELECT DISTINCT as_of, peers FROM warning_states), range(0, getvariable('gone_days')::INTEGER + 1) AS silences(silent_days)
),
asked_levels AS (
  SELECT as_of, peers, silent_days, unnest([peers, peers[1] || '*', '*']) AS level, unnest([3, 2, 1]) AS depth FROM asked
),
now_staying AS (
  SELECT asked_levels.*, coalesce(longer, everyone) AS longer, coalesce(staying, 1) AS staying
  FROM asked_levels
  JOIN totals USING (as_of, level)
  ASOF LEFT JOIN survival
    ON asked_levels.as_of = survival.as_of AND asked_levels.level = survival.level AND silent_days >= days
),
later_staying AS (
  SELECT now_staying.*, silent_days + horizon_days AS until, horizon_days FROM now_staying, backtest_span
),
conditional AS (
  SELECT later_staying.as_of, peers, silent_days, depth, later_staying.longer,
         CASE WHEN later_staying.staying > 0 THEN coalesce(survival.staying, 1) / later_staying.staying ELSE 1 END AS chance
  FROM later_staying ASOF LEFT JOIN survival
    ON later_staying.as_of = survival.as_of AND later_staying.level = survival.level AND until >= days
),
side_by_side AS (
  SELECT as_of, peers, silent_days,
         any_value(chance) FILTER (depth = 1) AS everyone,
         any_value(chance) FILTER (depth = 2) AS band, any_value(longer) FILTER (depth = 2) AS band_longer,
         any_value(chance) FILTER (depth = 3) AS own, any_value(longer) FILTER (depth = 3) AS own_longer
  FROM conditional
  GROUP BY ALL
),
drawn AS (
  SELECT as_of, peers, silent_days, own, own_longer,
         (band_longer * band + getvariable('peer_weight') * everyone) / (band_longer + getvariable('peer_weight')) AS band
  FROM side_by_side
)
SELECT as_of, peers, silent_days,
       CASE WHEN as_of - (SELECT min(day) FROM order_gaps) >= (SELECT horizon_days FROM backtest_span)
            THEN round((own_longer * own + getvariable('peer_weight') * band) / (own_longer + getvariable('peer_weight')), 9) END AS chance
FROM drawn;

CREATE OR REPLACE TABLE lapse_lines AS
SELECT as_of,
       (sum(chance::DECIMAL(18, 9)) / count(chance))::DOUBLE AS mean_chance,
       greatest(getvariable('unlikely_chance'), getvariable('unlikely_times') * (sum(chance::DECIMAL(18, 9)) / count(chance))::DOUBLE) AS line
FROM warning_states JOIN lapse_chances USING (as_of, peers, silent_days), backtest_span
WHERE silent_days <= horizon_days
GROUP BY as_of;
