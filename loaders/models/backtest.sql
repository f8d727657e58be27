-- The warning put to the test at past cuts: of those warned of, how many lapsed; of those who lapsed, how many were
-- warned of. Reads  backtest_customers, warning_signals, backtest_span.
-- Makes  backtest_cuts, one row per cut: customers, lapses, fell, at_stake, lost (the money at stake of those who lapsed),
--        and warned, those with a sign of a lapse.
-- Makes  backtest_rules, one row per cut and rule: alerts; caught, those among them who lapsed, and money_caught; fell;
--        lead_days (mean over the caught: days from the cut to the one on which they had been silent for a whole
--        horizon); same_caught and same_money of as many customers, the longest silent first.
--   sets     each signal; each phase; 'lapse_warning': a sign of a lapse; 'any_anomaly': any sign but a weak spot
--   ranked   as many as 'lapse_warning', first by_chance of a lapse, by_money at risk (chance x at stake), by_silence (the
--            naive rule), by_silence_money (silence x at stake), by_alive (1 - P(alive)); equal ones by customer_id
-- Makes  backtest_curve, per cut, ranking and twentieth of the customers (0 to 20): caught and money_caught up to it.

CREATE OR REPLACE TABLE backtest_cuts AS
SELECT cut, cut + any_value(horizon_days) AS until,
       count(*) AS customers,
       count(*) FILTER (lapsed) AS lapses,
       count(*) FILTER (fell) AS fell,
       sum(at_stake)::DECIMAL(24, 4) AS at_stake,
       coalesce(sum(at_stake) FILTER (lapsed), 0)::DECIMAL(24, 4) AS lost,
       count(*) FILTER (warned) AS warned
FROM backtest_customers, backtest_span
GROUP BY cut
ORDER BY cut;

CREATE OR REPLACE TEMP TABLE backtest_places AS
WITH scored AS (
  SELECT cut, lapsed, fell, at_stake, silent_days, customer_id,
         unnest(['by_chance', 'by_money', 'by_silence', 'by_silence_money', 'by_alive']) AS rule,
         unnest([chance, chance * at_stake::DOUBLE, silent_days, silent_days * at_stake::DOUBLE, 1 - p_alive]) AS score
  FROM backtest_customers
)
SELECT cut, rule, lapsed, fell, at_stake, silent_days,
       row_number() OVER (PARTITION BY cut, rule ORDER BY score DESC, customer_id) AS place
FROM scored
WHERE score IS NOT NULL;

CREATE OR REPLACE TABLE backtest_curve AS
WITH parts AS (
  SELECT cut, rule, ceil(place * 20 / customers)::INTEGER AS part,
         count(*) FILTER (lapsed) AS caught,
         coalesce(sum(places.at_stake) FILTER (lapsed), 0) AS money_caught
  FROM backtest_places AS places JOIN backtest_cuts USING (cut)
  GROUP BY ALL
),
steps AS (
  SELECT cut, rule, part FROM (SELECT DISTINCT cut, rule FROM parts), range(0, 21) AS twentieths(part)
)
SELECT cut, rule, part::INTEGER AS part,
       (sum(coalesce(caught, 0)) OVER so_far)::BIGINT AS caught,
       (sum(coalesce(money_caught, 0)) OVER so_far)::DECIMAL(24, 4) AS money_caught
FROM steps LEFT JOIN parts USING (cut, rule, part)
WINDOW so_far AS (PARTITION BY cut, rule ORDER BY part ROWS UNBOUNDED PRECEDING);

CREATE OR REPLACE TABLE backtest_rules AS
WITH by_silence AS (
  SELECT cut, place,
         sum(lapsed::INTEGER) OVER longest AS caught,
         sum(CASE WHEN lapsed THEN at_stake ELSE 0 END) OVER longest AS money_caught
  FROM backtest_places
  WHERE rule = 'by_silence'
  WINDOW longest AS (PARTITION BY cut ORDER BY place ROWS UNBOUNDED PRECEDING)
),
warned_by AS (
  SELECT cut, signal AS rule, lapsed, fell, at_stake, silent_days
  FROM backtest_customers JOIN warning_signals ON as_of = cut AND backtest_customers.customer_id = warning_signals.customer_id
  UNION ALL
  SELECT cut, phase, lapsed, fell, at_stake, silent_days FROM backtest_customers WHERE phase IS NOT NULL
  UNION ALL
  SELECT cut, 'lapse_warning', lapsed, fell, at_stake, silent_days FROM backtest_customers WHERE warned
  UNION ALL
  SELECT cut, 'any_anomaly', lapsed, fell, at_stake, silent_days FROM backtest_customers WHERE anomalous
  UNION ALL
  SELECT cut, rule, lapsed, places.fell, places.at_stake, silent_days
  FROM backtest_places AS places JOIN backtest_cuts USING (cut)
  WHERE place <= warned
),
counted AS (
  SELECT cut, rule,
         count(*) AS alerts,
         count(*) FILTER (lapsed) AS caught,
         count(*) FILTER (fell) AS fell,
         coalesce(sum(at_stake) FILTER (lapsed), 0)::DECIMAL(24, 4) AS money_caught,
         (sum(horizon_days - silent_days) FILTER (lapsed) / count(*) FILTER (lapsed))::DOUBLE AS lead_days
  FROM warned_by, backtest_span
  GROUP BY cut, rule
)
SELECT counted.cut, rule, alerts, counted.caught, counted.fell, counted.money_caught, lead_days,
       by_silence.caught::BIGINT AS same_caught, by_silence.money_caught::DECIMAL(24, 4) AS same_money
FROM counted JOIN by_silence ON by_silence.cut = counted.cut AND place = alerts
ORDER BY counted.cut, rule;

DROP TABLE backtest_places;
