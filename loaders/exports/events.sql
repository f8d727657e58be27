-- From the events export to events.
-- Reads  typed. Makes  judged (temporary), events.

CREATE OR REPLACE TEMP TABLE file_rows AS SELECT * FROM typed;

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, NULL::DECIMAL(24, 4) AS money, 0 AS money_unread, min(occurred_on)::DATE AS first_day, max(occurred_on)::DATE AS last_day
FROM file_rows
GROUP BY fault;

CREATE OR REPLACE TABLE events AS
SELECT customer_id, occurred_on, lower(kind) AS kind, note, rowid AS sequence
FROM file_rows
WHERE fault = 0
ORDER BY customer_id, sequence;

CREATE OR REPLACE TEMP TABLE faulty_rows AS
SELECT fault, rowid AS sequence FROM file_rows WHERE fault > 100;

DROP TABLE file_rows;
