-- From the relationships export to assessments, levels as 1 to 5.
-- Reads  typed, level_names (axis, name, level). Makes  judged (temporary), assessments.

CREATE OR REPLACE TEMP TABLE file_rows AS SELECT * FROM typed;

INSERT INTO faults (fault, reason, column_name) VALUES
  (101, 'unknown_level', 'personal_level'), (102, 'unknown_level', 'company_level'), (103, 'below_zero', 'weight');

CREATE OR REPLACE TEMP TABLE levelled AS
SELECT file_rows.* EXCLUDE (fault),
       personal.level AS personal,
       company.level AS company,
       file_rows.rowid AS sequence,
       CASE WHEN fault <> 0 THEN fault
            WHEN personal.level IS NULL THEN 101
            WHEN company.level IS NULL THEN 102
            WHEN weight < 0 THEN 103
            ELSE 0 END AS fault
FROM file_rows
LEFT JOIN level_names AS personal ON personal.axis = 'personal' AND personal.name = lower(personal_level)
LEFT JOIN level_names AS company ON company.axis = 'company' AND company.name = lower(company_level);

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, NULL::DECIMAL(24, 4) AS money, 0 AS money_unread,
       min(assessed_on) AS first_day, max(assessed_on) AS last_day
FROM levelled
GROUP BY fault;

CREATE OR REPLACE TABLE assessments AS
SELECT customer_id, assessed_on, personal, company, assessor, contact_id, contact_role, weight, evidence, sequence
FROM levelled
WHERE fault = 0
ORDER BY customer_id, assessed_on, sequence;

CREATE OR REPLACE TEMP TABLE faulty_rows AS
SELECT fault, sequence
FROM levelled
WHERE fault > 100
ORDER BY sequence;

DROP TABLE file_rows;
DROP TABLE levelled;
