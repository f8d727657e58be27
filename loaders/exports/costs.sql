-- From the costs export to costs_to_serve.
-- Reads  typed. Makes  judged (temporary), costs_to_serve.

CREATE OR REPLACE TEMP TABLE file_rows AS SELECT * FROM typed;

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, NULL::DECIMAL(24, 4) AS money, 0 AS money_unread, NULL::DATE AS first_day, NULL::DATE AS last_day
FROM file_rows
GROUP BY fault;

CREATE OR REPLACE TABLE costs_to_serve AS
SELECT customer_id, try_cast(period || '-01-01' AS DATE) AS period_from, try_cast(period || '-12-31' AS DATE) AS period_to, cost, kind, rowid AS sequence
FROM file_rows
WHERE fault = 0
ORDER BY customer_id, sequence;

CREATE OR REPLACE TEMP TABLE faulty_rows AS
SELECT fault, rowid AS sequence FROM file_rows WHERE fault > 100;

DROP TABLE file_rows;
