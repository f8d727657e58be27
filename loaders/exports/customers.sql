-- From the customers export to accounts, one row each.
-- Reads  typed. Makes  judged (temporary), accounts. The first row of a customer counts, in the order of the file.

CREATE OR REPLACE TEMP TABLE file_rows AS SELECT * FROM typed;

INSERT INTO faults (fault, reason, column_name) VALUES (101, 'twice', NULL);

CREATE OR REPLACE TEMP TABLE ranked AS
SELECT * EXCLUDE (fault),
       rowid AS sequence,
       CASE WHEN fault = 0
                 AND row_number() OVER (PARTITION BY customer_id, fault ORDER BY rowid) > 1
            THEN 101 ELSE fault END AS fault
FROM file_rows;

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, NULL::DECIMAL(24, 4) AS money, 0 AS money_unread,
       min(since) AS first_day, max(since) AS last_day
FROM ranked
GROUP BY fault;

CREATE OR REPLACE TABLE accounts AS
SELECT * EXCLUDE (fault, source_file, sequence) FROM ranked WHERE fault = 0 ORDER BY customer_id;

CREATE OR REPLACE TEMP TABLE faulty_rows AS SELECT fault, sequence FROM ranked WHERE fault = 101 ORDER BY sequence;

DROP TABLE file_rows;
DROP TABLE ranked;
