-- From the interactions export to interactions, codes in English.
-- Reads  typed, code_names (list, name, code). Makes  judged (temporary), interactions. A kind that is in no list stays
-- as it is, in lower case; without a status the contact was held. Midnight is a day without a known hour.

CREATE OR REPLACE TEMP TABLE file_rows AS SELECT * FROM typed;

INSERT INTO faults (fault, reason, column_name) VALUES
  (101, 'unknown_code', 'role'), (102, 'unknown_code', 'status'), (103, 'unknown_code', 'initiated_by'),
  (104, 'unknown_code', 'content');

CREATE OR REPLACE TEMP TABLE coded AS
SELECT file_rows.* EXCLUDE (fault, kind, role, status, initiated_by, content),
       file_rows.rowid AS sequence,
       coalesce(kinds.code, lower(file_rows.kind)) AS kind,
       roles.code AS role,
       CASE WHEN file_rows.status IS NULL THEN 'held' ELSE statuses.code END AS status,
       initiators.code AS initiated_by,
       contents.code AS content,
       CASE WHEN fault <> 0 THEN fault
            WHEN file_rows.role IS NOT NULL AND roles.code IS NULL THEN 101
            WHEN file_rows.status IS NOT NULL AND statuses.code IS NULL THEN 102
            WHEN file_rows.initiated_by IS NOT NULL AND initiators.code IS NULL THEN 103
            WHEN file_rows.content IS NOT NULL AND contents.code IS NULL THEN 104
            ELSE 0 END AS fault
FROM file_rows
LEFT JOIN code_names AS kinds ON kinds.list = 'interactions.kind' AND kinds.name = bare_word(file_rows.kind)
LEFT JOIN code_names AS roles ON roles.list = 'interactions.role' AND roles.name = bare_word(file_rows.role)
LEFT JOIN code_names AS statuses ON statuses.list = 'interactions.status' AND statuses.name = bare_word(file_rows.status)
LEFT JOIN code_names AS initiators
       ON initiators.list = 'interactions.initiated_by' AND initiators.name = bare_word(file_rows.initiated_by)
LEFT JOIN code_names AS contents ON contents.list = 'interactions.content' AND contents.name = bare_word(file_rows.content);

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, NULL::DECIMAL(24, 4) AS money, 0 AS money_unread,
       min(occurred_on)::DATE AS first_day, max(occurred_on)::DATE AS last_day
FROM coded
GROUP BY fault;

CREATE OR REPLACE TABLE interactions AS
SELECT customer_id,
       coded.occurred_on::DATE AS occurred_on,
       CASE WHEN coded.occurred_on > coded.occurred_on::DATE THEN coded.occurred_on END AS occurred_at,
       kind, role, status, initiated_by, contact_id, department, content, goal, due_on, achieved, sequence
FROM coded
WHERE fault = 0
ORDER BY customer_id, coded.occurred_on, sequence;

CREATE OR REPLACE TEMP TABLE faulty_rows AS SELECT fault, sequence FROM coded WHERE fault > 100 ORDER BY sequence;

DROP TABLE file_rows;
DROP TABLE coded;
