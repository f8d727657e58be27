-- Who stood at each past cut, what was said of them then, and what came of it.
-- Reads  purchases, warning_days, warning_states, lapse_chances, alert_accounts, order_gaps, backtest_span, lifetime_values;
--        backtest_alive (cut, frequency, recency_days, age_days, p_alive: fitted at cuts that are no date of the report).
-- Makes  backtest_customers, one row per cut and customer whose last order lay within the horizon before it: who had
--        been silent for a whole horizon had lapsed already, and warning of them would flatter any rule.
-- Two outcomes, the only columns that know anything later than the cut:
--   lapsed  no order within the horizon after it
--   fell    net spend within the horizon below half of the money at stake's share of as many days

CREATE OR REPLACE TEMP TABLE backtest_customers AS
WITH standing AS (
  SELECT as_of, customer_id, order_days - 1 AS frequency, last_on - first_on AS recency_days, as_of - first_on AS age_days,
         last_on, silent_days, peers, at_stake, horizon_days
  FROM warning_days JOIN warning_states USING (as_of), backtest_span
  WHERE is_cut AND silent_days <= horizon_days
),
followed AS (
  SELECT customer_id, day AS last_on, next_on FROM order_gaps
),
days_after AS (
  SELECT as_of, unnest(generate_series(as_of + 1, as_of + horizon_days, INTERVAL 1 DAY))::DATE AS day
  FROM warning_days, backtest_span
  WHERE is_cut
),
spent_after AS (
  SELECT as_of, customer_id, sum(amount) AS amount FROM purchases JOIN days_after USING (day) GROUP BY as_of, customer_id
)
SELECT as_of AS cut,
       customer_id,
       silent_days,
       standing.at_stake,
       coalesce(lapse_chances.chance, 0.5) AS chance,
       coalesce(lifetime_values.p_alive, backtest_alive.p_alive) AS p_alive,
       coalesce(lapsing, false) AS warned,
       coalesce(anomalies, 0) > 0 AS anomalous,
       phase,
       (next_on IS NULL OR next_on > as_of + horizon_days) AS lapsed,
       coalesce(amount, 0) * 730 < standing.at_stake * horizon_days AS fell
FROM standing
JOIN followed USING (customer_id, last_on)
LEFT JOIN lapse_chances USING (as_of, peers, silent_days)
LEFT JOIN alert_accounts USING (as_of, customer_id)
LEFT JOIN spent_after USING (as_of, customer_id)
LEFT JOIN lifetime_values USING (as_of, customer_id)
LEFT JOIN backtest_alive ON as_of = cut AND standing.frequency = backtest_alive.frequency
  AND standing.recency_days = backtest_alive.recency_days AND standing.age_days = backtest_alive.age_days;
