-- From the wallets export to wallets, one row per account and day.
-- Reads  typed. Makes  judged (temporary), wallets. Of two rows for one account and day the later in the file counts.

CREATE OR REPLACE TEMP TABLE file_rows AS SELECT * FROM typed;

INSERT INTO faults (fault, reason, column_name) VALUES
  (101, 'share_above_100', 'share_pct'), (102, 'below_zero', 'share_pct'), (103, 'below_zero', 'category_spend'),
  (104, 'blank', 'category_spend'), (105, 'twice', 'as_of');

CREATE OR REPLACE TEMP TABLE checked AS
SELECT * EXCLUDE (fault),
       rowid AS sequence,
       CASE WHEN fault <> 0 THEN fault
            WHEN share_pct > 100 THEN 101
            WHEN share_pct < 0 THEN 102
            WHEN category_spend < 0 THEN 103
            WHEN category_spend IS NULL AND share_pct IS NULL THEN 104
            ELSE 0 END AS fault
FROM file_rows;

CREATE OR REPLACE TEMP TABLE ranked AS
SELECT * EXCLUDE (fault),
       CASE WHEN fault = 0
                 AND row_number() OVER (PARTITION BY customer_id, as_of, fault ORDER BY sequence DESC) > 1
            THEN 105 ELSE fault END AS fault
FROM checked;

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, NULL::DECIMAL(24, 4) AS money, 0 AS money_unread,
       min(as_of) AS first_day, max(as_of) AS last_day
FROM ranked
GROUP BY fault;

CREATE OR REPLACE TABLE wallets AS
SELECT customer_id, as_of, category_spend, share_pct, basis FROM ranked WHERE fault = 0 ORDER BY customer_id, as_of;

CREATE OR REPLACE TEMP TABLE faulty_rows AS
SELECT fault, sequence
FROM ranked
WHERE fault > 100
ORDER BY sequence;

DROP TABLE file_rows;
DROP TABLE checked;
DROP TABLE ranked;
