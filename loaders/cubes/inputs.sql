-- One row per export: what was read and what was used. Money isn't told where it would tell that of customers who are left
-- out elsewhere. Reads  inputs, as_of_dates, left_out.

WITH wanted AS (
  SELECT unnest(['transactions', 'customers', 'relationships', 'wallets', 'interactions', 'complaints', 'surveys', 'events',
                 'costs']) AS export,
         unnest(range(9)) AS place
)
SELECT export,
       inputs.export IS NOT NULL AS present,
       coalesce(files, 0) AS files,
       coalesce(rows_read, 0) AS rows_read,
       coalesce(rows_used, 0) AS rows_used,
       coalesce(rows_rejected, 0) AS rows_rejected,
       CASE WHEN is_whole THEN minor(money_read) END AS money_read,
       CASE WHEN is_whole THEN minor(money_used) END AS money_used,
       CASE WHEN is_whole THEN minor(money_rejected) END AS money_rejected,
       first_day,
       last_day,
       hash
FROM wanted LEFT JOIN inputs USING (export),
     (SELECT count(*) = 0 AS is_whole FROM as_of_dates WHERE role = 'now' AND as_of IN (FROM left_out))
ORDER BY place;
