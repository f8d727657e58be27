-- One row per export: what was read and what was used.

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
       minor(money_read) AS money_read,
       minor(money_used) AS money_used,
       minor(money_rejected) AS money_rejected,
       first_day,
       last_day,
       hash
FROM wanted LEFT JOIN inputs USING (export)
ORDER BY place;
