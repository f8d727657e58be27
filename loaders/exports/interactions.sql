-- From the interactions export to interactions.
-- Reads  typed. Makes  judged (temporary), interactions.

CREATE OR REPLACE TEMP TABLE file_rows AS SELECT * FROM typed;

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, NULL::DECIMAL(24, 4) AS money, 0 AS money_unread, min(occurred_on)::DATE AS first_day, max(occurred_on)::DATE AS last_day
FROM file_rows
GROUP BY fault;

CREATE OR REPLACE TABLE interactions AS
SELECT customer_id, occurred_on::DATE AS occurred_on, CASE WHEN occurred_on <> date_trunc('day', occurred_on) THEN occurred_on END AS occurred_at,
       lower(kind) AS kind, lower(role) AS role, coalesce(lower(status), 'held') AS status, lower(initiated_by) AS initiated_by, contact_id, department,
       lower(content) AS content, goal, due_on, achieved, rowid AS sequence
FROM file_rows
WHERE fault = 0
ORDER BY customer_id, sequence;

CREATE OR REPLACE TEMP TABLE faulty_rows AS
SELECT fault, rowid AS sequence FROM file_rows WHERE fault > 100;

DROP TABLE file_rows;
