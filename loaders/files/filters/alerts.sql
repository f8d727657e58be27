-- Accounts with each sign by the phase of the account, by filters: as the cube alerts. Reads  filter_rows, alerts.
SELECT key, as_of, signal, phase,
       count(*) AS customers,
       minor(sum(at_stake)) AS at_stake,
       sum(minor(at_risk))::BIGINT AS at_risk
FROM filter_rows
JOIN alerts USING (as_of, customer_id)
GROUP BY key, as_of, signal, phase
ORDER BY as_of, signal, phase, key;
