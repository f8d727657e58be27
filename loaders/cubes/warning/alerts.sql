-- Accounts with each sign, by the phase of the account, at each as-of date.

SELECT as_of,
       signal,
       phase,
       count(*) AS customers,
       minor(sum(at_stake)) AS at_stake,
       sum(minor(at_risk))::BIGINT AS at_risk
FROM alerts JOIN warning_days USING (as_of)
WHERE is_report
GROUP BY as_of, signal, phase
ORDER BY as_of, signal, phase;
