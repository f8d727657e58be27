-- Accounts with an order of late, each once, by phase at every date with their money at risk, by filters: as the cube
-- alert-accounts without what is at stake. Reads  filter_rows, warning_days, warning_states, alert_accounts, lapse_chances.
WITH phases AS (
  SELECT as_of, customer_id, phase FROM alert_accounts
),
standing AS (
  SELECT key, as_of,
         coalesce(phase, 'none') AS phase,
         minor(round(at_stake * coalesce(chance, 1)::DECIMAL(18, 9), 4)) AS at_risk
  FROM filter_rows
  JOIN warning_days USING (as_of)
  JOIN warning_states USING (as_of, customer_id)
  LEFT JOIN phases USING (as_of, customer_id)
  LEFT JOIN lapse_chances USING (as_of, peers, silent_days)
  WHERE is_report
)
SELECT key, as_of, phase, count(*) AS customers, sum(at_risk)::BIGINT AS at_risk
FROM standing
GROUP BY key, as_of, phase
ORDER BY as_of, list_position(['warning', 'control', 'recovery', 'none'], phase), key;
