-- From the events export to events, kinds in English.
-- Reads  typed, code_names (list, name, code). Makes  judged (temporary), events.

CREATE OR REPLACE TEMP TABLE file_rows AS SELECT * FROM typed;

INSERT INTO faults (fault, reason, column_name) VALUES (101, 'unknown_code', 'kind');

CREATE OR REPLACE TEMP TABLE coded AS
SELECT file_rows.* EXCLUDE (fault, kind),
       file_rows.rowid AS sequence,
       kinds.code AS kind,
       CASE WHEN fault <> 0 THEN fault WHEN kinds.code IS NULL THEN 101 ELSE 0 END AS fault
FROM file_rows
LEFT JOIN code_names AS kinds ON kinds.list = 'events.kind' AND kinds.name = bare_word(file_rows.kind);

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, NULL::DECIMAL(24, 4) AS money, 0 AS money_unread,
       min(occurred_on) AS first_day, max(occurred_on) AS last_day
FROM coded
GROUP BY fault;

CREATE OR REPLACE TABLE events AS
SELECT customer_id, occurred_on, kind, note, sequence
FROM coded
WHERE fault = 0
ORDER BY customer_id, occurred_on, sequence;

CREATE OR REPLACE TEMP TABLE faulty_rows AS SELECT fault, sequence FROM coded WHERE fault > 100 ORDER BY sequence;

DROP TABLE file_rows;
DROP TABLE coded;
