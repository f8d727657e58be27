-- From the complaints export to complaints, codes in English.
-- Reads  typed, code_names (list, name, code). Makes  judged (temporary), complaints. Where one of the two moments is a
-- day without an hour, days are compared; resolved within the day of opening, it was resolved no earlier than opened.

CREATE OR REPLACE TEMP TABLE file_rows AS SELECT * FROM typed;

INSERT INTO faults (fault, reason, column_name, named) VALUES
  (101, 'unknown_code', 'cause', NULL), (102, 'unknown_code', 'cause_detail', NULL),
  (103, 'before_start', 'resolved_on', 'opened_on'), (104, 'below_zero', 'compensation', NULL);

CREATE OR REPLACE TEMP TABLE coded AS
SELECT file_rows.* EXCLUDE (fault, cause, cause_detail),
       file_rows.rowid AS sequence,
       causes.code AS cause,
       details.code AS cause_detail,
       CASE WHEN fault <> 0 THEN fault
            WHEN file_rows.cause IS NOT NULL AND causes.code IS NULL THEN 101
            WHEN file_rows.cause_detail IS NOT NULL AND details.code IS NULL THEN 102
            WHEN resolved_on < opened_on AND (resolved_on > resolved_on::DATE OR resolved_on < opened_on::DATE) THEN 103
            WHEN compensation < 0 THEN 104
            ELSE 0 END AS fault
FROM file_rows
LEFT JOIN code_names AS causes ON causes.list = 'complaints.cause' AND causes.name = bare_word(file_rows.cause)
LEFT JOIN code_names AS details
       ON details.list = 'complaints.cause_detail' AND details.name = bare_word(file_rows.cause_detail);

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, NULL::DECIMAL(24, 4) AS money, 0 AS money_unread,
       min(opened_on)::DATE AS first_day, max(opened_on)::DATE AS last_day
FROM coded
GROUP BY fault;

CREATE OR REPLACE TABLE complaints AS
SELECT customer_id,
       coded.opened_on::DATE AS opened_on,
       coded.opened_on AS opened_at,
       coded.resolved_on::DATE AS resolved_on,
       CASE WHEN coded.resolved_on IS NOT NULL THEN greatest(coded.resolved_on, coded.opened_on) END AS resolved_at,
       cause, cause_detail, valid, satisfied, compensation, severity, sequence
FROM coded
WHERE fault = 0
ORDER BY customer_id, coded.opened_on, sequence;

CREATE OR REPLACE TEMP TABLE faulty_rows AS SELECT fault, sequence FROM coded WHERE fault > 100 ORDER BY sequence;

DROP TABLE file_rows;
DROP TABLE coded;
