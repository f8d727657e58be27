-- Why rows were not used.

SELECT export, reason, column_name AS "column", rows, minor(money) AS money, money_unread, example
FROM quality
ORDER BY export, rows DESC, reason, column_name;
