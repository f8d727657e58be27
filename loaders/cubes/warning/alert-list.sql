-- The accounts with the most money at risk at the newest date, a row per sign. Reads  variable alerts_listed (how many).

SELECT place,
       customer_id,
       name,
       alert_accounts.phase,
       minor(alert_accounts.at_stake) AS at_stake,
       alert_accounts.chance,
       minor(alert_accounts.at_risk) AS at_risk,
       signal,
       size,
       alerts.since,
       detail
FROM alert_accounts
JOIN alerts USING (as_of, customer_id)
LEFT JOIN accounts USING (customer_id)
WHERE as_of = (SELECT max(as_of) FROM warning_days WHERE is_report) AND place <= getvariable('alerts_listed')
ORDER BY place, signal;
