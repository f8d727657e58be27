-- Every rule over all cuts. A share is pooled, one sum over another; its 95% interval is that of a ratio of sums over
-- the cuts (Cochran 1977, Sampling Techniques, equation 2.46), from Student's t, null below three cuts. Cuts whose horizons overlap
-- are not independent, so the interval is too narrow rather than too wide. Reads  variable smallest_cell: a rule that
-- warned of too few, or was right or wrong of too few, is told without its numbers.

WITH at_cuts AS (
  SELECT rule, rules.cut, alerts::DOUBLE AS alerts, caught::DOUBLE AS caught, rules.fell::DOUBLE AS fell, lead_days,
         same_caught::DOUBLE AS same_caught, money_caught::DOUBLE AS money_caught, same_money::DOUBLE AS same_money,
         cuts.customers::DOUBLE AS customers, lapses::DOUBLE AS lapses, lost::DOUBLE AS lost
  FROM backtest_rules AS rules JOIN backtest_cuts AS cuts USING (cut)
),
-- Where a rule can't be followed at some cut (no P(alive)), it is held to the cuts where it can.
pooled AS (
  SELECT rule,
         count(*) AS cuts,
         sum(alerts) AS alerts,
         sum(caught) AS caught,
         sum(caught) / sum(alerts) AS precision,
         sum(caught) / nullif(sum(lapses), 0) AS recall,
         sum(caught) / sum(alerts) / nullif(sum(lapses) / sum(customers), 0) AS lift,
         sum(money_caught ORDER BY cut) / nullif(sum(lost ORDER BY cut), 0) AS money,
         sum(fell) / sum(alerts) AS fell,
         sum(lead_days * caught ORDER BY cut) / nullif(sum(caught), 0) AS lead_days,
         sum(same_caught) / sum(alerts) AS same_precision,
         sum(same_money ORDER BY cut) / nullif(sum(lost ORDER BY cut), 0) AS same_money
  FROM at_cuts
  GROUP BY rule
),
spreads AS (
  SELECT rule,
         sqrt(any_value(cuts) / (any_value(cuts) - 1) * sum((at_cuts.caught - precision * at_cuts.alerts) ** 2 ORDER BY cut))
           / sum(at_cuts.alerts) AS precision,
         sqrt(any_value(cuts) / (any_value(cuts) - 1)
              * sum((at_cuts.caught - same_caught - (precision - same_precision) * at_cuts.alerts) ** 2 ORDER BY cut))
           / sum(at_cuts.alerts) AS ahead,
         sqrt(any_value(cuts) / (any_value(cuts) - 1)
              * sum((money_caught - at_cuts.same_money - (money - pooled.same_money) * lost) ** 2 ORDER BY cut))
           / nullif(sum(lost ORDER BY cut), 0) AS money_ahead
  FROM at_cuts JOIN pooled USING (rule)
  GROUP BY rule
  HAVING any_value(cuts) >= 3
),
-- Student's 97.5% points; the settings allow at most 24 cuts.
student AS (
  SELECT unnest(range(3, 25)) AS cuts,
         unnest([4.302652729911275, 3.182446305284263, 2.776445105198655, 2.570581835636314, 2.446911848791681,
                 2.364624251010300, 2.306004135033371, 2.262157162740992, 2.228138851964939, 2.200985160082949,
                 2.178812829663418, 2.160368656461013, 2.144786687916928, 2.131449545559323, 2.119905299221011,
                 2.109815577833181, 2.100922040240960, 2.093024054408263, 2.085963447265837, 2.079613844727662,
                 2.073873067904015, 2.068657610419041]) AS t
),
judged AS (
  SELECT *, alerts < getvariable('smallest_cell')
            OR (caught > 0 AND caught < getvariable('smallest_cell'))
            OR (alerts > caught AND alerts - caught < getvariable('smallest_cell')) AS suppressed
  FROM pooled
)
SELECT rule,
       judged.cuts,
       CASE WHEN NOT suppressed THEN alerts::BIGINT END AS alerts,
       CASE WHEN NOT suppressed THEN judged.precision END AS precision,
       CASE WHEN NOT suppressed THEN greatest(0, judged.precision - t * spreads.precision) END AS precision_low,
       CASE WHEN NOT suppressed THEN least(1, judged.precision + t * spreads.precision) END AS precision_high,
       CASE WHEN NOT suppressed THEN recall END AS recall,
       CASE WHEN NOT suppressed THEN lift END AS lift,
       CASE WHEN NOT suppressed THEN judged.money END AS money,
       CASE WHEN NOT suppressed THEN fell END AS fell,
       CASE WHEN NOT suppressed THEN lead_days END AS lead_days,
       CASE WHEN NOT suppressed THEN same_precision END AS same_precision,
       CASE WHEN NOT suppressed THEN judged.same_money END AS same_money,
       CASE WHEN NOT suppressed THEN judged.precision - same_precision - t * ahead END AS ahead_low,
       CASE WHEN NOT suppressed THEN judged.precision - same_precision + t * ahead END AS ahead_high,
       CASE WHEN NOT suppressed THEN judged.money - judged.same_money - t * money_ahead END AS money_ahead_low,
       CASE WHEN NOT suppressed THEN judged.money - judged.same_money + t * money_ahead END AS money_ahead_high,
       suppressed
FROM judged LEFT JOIN spreads USING (rule) LEFT JOIN student ON student.cuts = judged.cuts
ORDER BY rule;
