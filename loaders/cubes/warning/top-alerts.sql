-- The accounts with the most money at risk at the newest date. Reads  variable alerts_first (how many).

SELECT place,
       customer_id,
       any_value(name) AS name,
       any_value(alert_accounts.phase) AS phase,
       minor(any_value(alert_accounts.at_stake)) AS at_stake,
       any_value(alert_accounts.chance) AS chance,
       minor(any_value(alert_accounts.at_risk)) AS at_risk,
       list(signal ORDER BY alerts.since, signal) AS signals,
       any_value(alert_accounts.since) AS since
FROM alert_accounts
JOIN alerts USING (as_of, customer_id)
LEFT JOIN accounts USING (customer_id)
WHERE as_of = (SELECT max(as_of) FROM warning_days WHERE is_report) AND place <= getvariable('alerts_first')
GROUP BY place, customer_id
ORDER BY place;
