-- What looks wrong in the exports as a whole: days that stand apart, ids that match no customer, parents. Rows and accounts
-- are told where they are of enough and leave enough beside them; lines of a day are none of a customer's.
-- Reads  notices.

SELECT export,
       code,
       CASE WHEN export = 'transactions' THEN rows
            WHEN told(ids) IS NOT NULL THEN told_part(rows, of_rows) END AS rows,
       of_rows,
       CASE WHEN told_part(rows, of_rows) IS NOT NULL THEN told(ids) END AS ids,
       day,
       rest_day,
       is_warning,
       example
FROM notices
ORDER BY is_warning DESC, export, code;
