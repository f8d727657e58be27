-- From the costs export to costs_to_serve, each row with the first and the last day of its period.
-- Reads  typed. Makes  judged (temporary), costs_to_serve. Rows that are alike are not duplicates.

CREATE OR REPLACE TEMP TABLE file_rows AS SELECT * FROM typed;

INSERT INTO faults (fault, reason, column_name) VALUES (101, 'bad_period', 'period'), (102, 'below_zero', 'cost');

-- 2025年第1季度 is 2025-Q1, 2025年3月 is 2025-3, 2025年 is 2025, 2025/3/1 is 2025-3-1.
CREATE OR REPLACE TEMP TABLE periods AS
WITH written AS (SELECT DISTINCT period FROM file_rows),
plain AS (
  SELECT period,
         regexp_replace(translate(regexp_replace(upper(period), '[ T]00:00(:00)?$|[\s\p{Z}]|日$', '', 'g'), '一二三四/年月', '1234---'),
                        '^([0-9]{4})-?第?([1-4])季度?$', '\1Q\2') AS text
  FROM written
),
parts AS (
  SELECT period, regexp_extract(text, '^([0-9]{4})(?:-?Q([1-4])|-([0-9]{1,2})(?:-([0-9]{1,2}))?)?-?$', ['y', 'q', 'm', 'd']) AS p
  FROM plain
),
dated AS (
  SELECT period, p,
         plausible_day(try_cast(
           p.y || '-' || CASE WHEN p.q <> '' THEN (try_cast(p.q AS INTEGER) * 3 - 2)::VARCHAR WHEN p.m <> '' THEN p.m ELSE '1' END
           || '-' || CASE WHEN p.d <> '' THEN p.d ELSE '1' END AS DATE)) AS period_from
  FROM parts
)
SELECT period, period_from,
       CASE WHEN p.d <> '' THEN period_from
            WHEN p.m <> '' THEN period_from + INTERVAL 1 MONTH - INTERVAL 1 DAY
            WHEN p.q <> '' THEN period_from + INTERVAL 3 MONTH - INTERVAL 1 DAY
            ELSE period_from + INTERVAL 1 YEAR - INTERVAL 1 DAY END::DATE AS period_to
FROM dated;

CREATE OR REPLACE TEMP TABLE dated_rows AS
SELECT file_rows.* EXCLUDE (fault),
       file_rows.rowid AS sequence,
       period_from,
       period_to,
       CASE WHEN fault <> 0 THEN fault
            WHEN period_from IS NULL THEN 101
            WHEN cost < 0 THEN 102
            ELSE 0 END AS fault
FROM file_rows
LEFT JOIN periods USING (period);

CREATE OR REPLACE TEMP TABLE judged AS
SELECT fault, count(*) AS rows, sum(cost) AS money, count(*) FILTER (cost IS NULL) AS money_unread,
       min(period_from) AS first_day, max(period_to) AS last_day
FROM dated_rows
GROUP BY fault;

CREATE OR REPLACE TABLE costs_to_serve AS
SELECT customer_id, period_from, period_to, cost, kind, sequence
FROM dated_rows
WHERE fault = 0
ORDER BY customer_id, period_from, period_to, sequence;

CREATE OR REPLACE TEMP TABLE faulty_rows AS SELECT fault, sequence FROM dated_rows WHERE fault > 100 ORDER BY sequence;

DROP TABLE file_rows;
DROP TABLE periods;
DROP TABLE dated_rows;
