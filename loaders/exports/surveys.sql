-- From the surveys export to surveys, codes in English.
-- Reads  typed, code_names (list, name, code). Makes  judged (temporary), surveys. A step of the loop may lack its day,
-- but none may come before one that it follows.

CREATE OR REPLACE TEMP TABLE file_rows AS SELECT * FROM typed;

INSERT INTO faults (fault, reason, column_name, named) VALUES
  (101, 'unknown_code', 'method', NULL), (102, 'unknown_code', 'coverage', NULL),
  (103, 'before_start', 'responded_on', 'sent_on'),
  (104, 'before_start', 'analysed_on', 'sent_on or responded_on'),
  (105, 'before_start', 'action_on', 'sent_on, responded_on or analysed_on'),
  (106, 'before_start', 'fed_back_on', 'sent_on, responded_on, analysed_on or action_on'),
  (107, 'below_zero', 'perceived', NULL), (108, 'below_zero', 'expected', NULL);

-- greatest() passes over the steps without a day.
CREATE OR REPLACE TEMP TABLE coded AS
SELECT file_rows.* EXCLUDE (fault, method, coverage),
       file_rows.rowid AS sequence,
       methods.code AS method,
       coverages.code AS coverage,
       CASE WHEN fault <> 0 THEN fault
            WHEN file_rows.method IS NOT NULL AND methods.code IS NULL THEN 101
            WHEN file_rows.coverage IS NOT NULL AND coverages.code IS NULL THEN 102
            WHEN responded_on < sent_on THEN 103
            WHEN analysed_on < greatest(sent_on, responded_on) THEN 104
            WHEN action_on < greatest(sent_on, responded_on, analysed_on) THEN 105
            WHEN fed_back_on < greatest(sent_on, responded_on, analysed_on, action_on) THEN 106
            WHEN perceived < 0 THEN 107
            WHEN expected < 0 THEN 108
            ELSE 0 END AS fault
FROM file_rows
LEFT JOIN code_names AS methods ON methods.list = 'surveys.method' AND methods.name = bare_word(file_rows.method)
LEFT JOIN code_names AS coverages
       ON coverages.list = 'surveys.coverage' AND coverages.name = bare_word(file_rows.coverage);

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, NULL::DECIMAL(24, 4) AS money, 0 AS money_unread,
       min(sent_on) AS first_day, max(sent_on) AS last_day
FROM coded
GROUP BY fault;

CREATE OR REPLACE TABLE surveys AS
SELECT customer_id, sent_on, method, coverage, responded_on, analysed_on, perceived, expected, intends_to_buy,
       would_recommend, action_on, fed_back_on, sequence
FROM coded
WHERE fault = 0
ORDER BY customer_id, sent_on, sequence;

CREATE OR REPLACE TEMP TABLE faulty_rows AS SELECT fault, sequence FROM coded WHERE fault > 100 ORDER BY sequence;

DROP TABLE file_rows;
DROP TABLE coded;
