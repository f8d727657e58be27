-- Each account with an order of late once, by phase, at each as-of date; 'none' has no sign.

WITH phases AS (
  SELECT as_of, customer_id, phase FROM alert_accounts
),
standing AS (
  SELECT as_of, coalesce(phase, 'none') AS phase, at_stake,
         minor(round(at_stake * coalesce(chance, 1)::DECIMAL(18, 9), 4)) AS at_risk
  FROM warning_days
  JOIN warning_states USING (as_of)
  LEFT JOIN phases USING (as_of, customer_id)
  LEFT JOIN lapse_chances USING (as_of, peers, silent_days)
  WHERE is_report
)
SELECT as_of, phase, count(*) AS customers, minor(sum(at_stake)) AS at_stake, sum(at_risk)::BIGINT AS at_risk
FROM standing
GROUP BY as_of, phase
ORDER BY as_of, list_position(['warning', 'control', 'recovery', 'none'], phase);
