-- From the surveys export to surveys.
-- Reads  typed. Makes  judged (temporary), surveys.

CREATE OR REPLACE TEMP TABLE file_rows AS SELECT * FROM typed;

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, NULL::DECIMAL(24, 4) AS money, 0 AS money_unread, min(sent_on)::DATE AS first_day, max(sent_on)::DATE AS last_day
FROM file_rows
GROUP BY fault;

CREATE OR REPLACE TABLE surveys AS
SELECT customer_id, sent_on, lower(method) AS method, lower(coverage) AS coverage, responded_on, analysed_on, perceived, expected,
       intends_to_buy, would_recommend, action_on, fed_back_on, rowid AS sequence
FROM file_rows
WHERE fault = 0
ORDER BY customer_id, sequence;

CREATE OR REPLACE TEMP TABLE faulty_rows AS
SELECT fault, rowid AS sequence FROM file_rows WHERE fault > 100;

DROP TABLE file_rows;
