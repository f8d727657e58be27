-- From the complaints export to complaints.
-- Reads  typed. Makes  judged (temporary), complaints.

CREATE OR REPLACE TEMP TABLE file_rows AS SELECT * FROM typed;

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, NULL::DECIMAL(24, 4) AS money, 0 AS money_unread, min(opened_on)::DATE AS first_day, max(opened_on)::DATE AS last_day
FROM file_rows
GROUP BY fault;

CREATE OR REPLACE TABLE complaints AS
SELECT customer_id, opened_on::DATE AS opened_on, opened_on AS opened_at, resolved_on::DATE AS resolved_on, resolved_on AS resolved_at,
       lower(cause) AS cause, lower(cause_detail) AS cause_detail, valid, satisfied, compensation, severity, rowid AS sequence
FROM file_rows
WHERE fault = 0
ORDER BY customer_id, sequence;

CREATE OR REPLACE TEMP TABLE faulty_rows AS
SELECT fault, rowid AS sequence FROM file_rows WHERE fault > 100;

DROP TABLE file_rows;
