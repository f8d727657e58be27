-- Alerts: the signs of each account on each day of warning, how far it has gone, and the money.
-- Reads  warning_signals, warning_states, lapse_chances, backtest_span; variables control_times, recovery_times (multiples of the
--        customer's own long gap).
-- Makes  alert_accounts, one row per day and account with a sign:
--   signals   how many signs; weak spots (one_contact, assessment_stale) are no anomaly: anomalies counts the others
--   lapsing   whether one of them is a sign of a lapse: silence or unlikely_return
--   phase     recovery: silent for at least twice the long gap, or for longer than the horizon, which is a lapse; control: for at least 1.5 times, or a complaint past its
--             limit, or two anomalies; else warning. That silence and unlikely_return see the same silence counts once
--   since     the first day of its signs
--   at_stake  see warning-states.sql; chance of no order in the horizon, see warning-chance.sql
--   at_risk   money at stake x chance; the money at stake where there is no chance
--   place     1 has the most money at risk; then the most at stake, then customer_id
-- Makes  alerts, one row per sign, with the phase and money of its account.

CREATE OR REPLACE TABLE alert_accounts AS
WITH counted AS (
  SELECT as_of, customer_id, count(*)::INTEGER AS signals,
         (count(*) FILTER (signal NOT IN ('one_contact', 'assessment_stale', 'silence', 'unlikely_return'))
           + bool_or(signal IN ('silence', 'unlikely_return'))::INTEGER)::INTEGER AS anomalies,
         bool_or(signal IN ('silence', 'unlikely_return')) AS lapsing,
         bool_or(signal = 'complaint_overdue') AS complains,
         min(since) AS since
  FROM warning_signals
  GROUP BY as_of, customer_id
),
weighed AS (
  SELECT as_of, customer_id, signals, anomalies, lapsing, since, silent_days, at_stake, chance,
         CASE WHEN silent_days >= getvariable('recovery_times') * long_gap OR silent_days > horizon_days THEN 'recovery'
              WHEN silent_days >= getvariable('control_times') * long_gap OR complains OR anomalies >= 2 THEN 'control'
              ELSE 'warning' END AS phase,
         round(at_stake * coalesce(chance, 1)::DECIMAL(18, 9), 4)::DECIMAL(24, 4) AS at_risk
  FROM counted
  JOIN warning_states USING (as_of, customer_id)
  LEFT JOIN lapse_chances USING (as_of, peers, silent_days),
  backtest_span
)
SELECT *, (row_number() OVER (PARTITION BY as_of ORDER BY at_risk DESC, at_stake DESC, customer_id))::INTEGER AS place
FROM weighed;

CREATE OR REPLACE TABLE alerts AS
SELECT as_of, customer_id, signal, size, warning_signals.since, detail, phase, at_stake, chance, at_risk
FROM warning_signals JOIN alert_accounts USING (as_of, customer_id);
