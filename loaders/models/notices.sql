-- What looks wrong in the exports as a whole, though each row of it was read well.
-- Reads  purchases, accounts, assessments, wallets, interactions, complaints, surveys, events, costs_to_serve, as_of_dates;
--        variables apart_days, apart_share, unmatched_share.
-- Makes  notices (export, code, rows, of_rows, ids, day, rest_day, is_warning, example), by code:
--   last_day_apart, first_day_apart  rows, of of_rows lines, stand more than apart_days from the rest of the data and are no
--                    more than apart_share of them (one always may be); day is the outermost, rest_day the rest's own
--   as_of_late       the report's day lies more than apart_days after rest_day, the last of the data
--   unmatched        rows of an export, of ids customers, whose customer neither has a line nor stands in customers
--   not_listed       none of the rows customers with lines stands in customers
--   unknown_parent, own_parent, parent_loop  rows, of of_rows accounts, under a parent that no one knows, under themselves, or
--                    in a ring of up to ten accounts
-- example names up to three ids, of those with most rows. A warning may make a report mean nothing.

CREATE OR REPLACE TABLE notices AS
WITH RECURSIVE today AS (SELECT as_of FROM as_of_dates WHERE role = 'now'),
data_days AS (
  SELECT day, sum(lines) AS lines FROM purchases, today WHERE day <= as_of GROUP BY day
),
spaced AS (
  SELECT day, lines,
         lag(day) OVER (ORDER BY day) AS before,
         sum(lines) OVER (ORDER BY day) AS lines_to,
         sum(lines) OVER () AS all_lines
  FROM data_days
),
-- Each gap parts the lines before it from those from it on.
gaps AS (
  SELECT before, day, lines_to - lines AS lines_before, all_lines - lines_to + lines AS lines_from, all_lines,
         greatest(1, floor(all_lines * getvariable('apart_share'))) AS few
  FROM spaced
  WHERE day - before > getvariable('apart_days')
),
ends AS (SELECT min(day) AS first_day, max(day) AS last_day, count(*) AS days FROM data_days),
apart AS (
  SELECT 'last_day_apart' AS code, max(lines_from) AS rows, any_value(all_lines) AS of_rows, last_day AS day, min(before) AS rest_day
  FROM gaps, ends
  WHERE lines_from <= few AND lines_before > lines_from
  GROUP BY last_day
  UNION ALL
  SELECT 'first_day_apart', max(lines_before), any_value(all_lines), first_day, max(gaps.day)
  FROM gaps, ends
  WHERE lines_before <= few AND lines_from > lines_before
  GROUP BY first_day
),
late AS (
  SELECT as_of, last_day FROM today, ends WHERE as_of - last_day > getvariable('apart_days')
),
buyers AS (SELECT DISTINCT customer_id FROM purchases),
known AS (SELECT customer_id FROM buyers UNION SELECT customer_id FROM accounts),
own_rows AS (
  SELECT 'relationships' AS export, customer_id FROM assessments
  UNION ALL SELECT 'wallets', customer_id FROM wallets
  UNION ALL SELECT 'interactions', customer_id FROM interactions
  UNION ALL SELECT 'complaints', customer_id FROM complaints
  UNION ALL SELECT 'surveys', customer_id FROM surveys
  UNION ALL SELECT 'events', customer_id FROM events
  UNION ALL SELECT 'costs', customer_id FROM costs_to_serve
),
per_id AS (SELECT export, customer_id, count(*) AS rows FROM own_rows GROUP BY export, customer_id),
strangers AS (
  SELECT export, sum(rows) AS rows, count(*) AS ids,
         array_to_string((list('"' || customer_id || '"' ORDER BY rows DESC, customer_id))[1:3], ', ') AS example
  FROM per_id ANTI JOIN known USING (customer_id)
  GROUP BY export
),
unmatched AS (
  SELECT export, strangers.rows, totals.rows AS of_rows, ids, example
  FROM strangers JOIN (SELECT export, sum(rows) AS rows FROM per_id GROUP BY export) AS totals USING (export)
),
not_listed AS (
  SELECT count(*) AS rows,
         count(*) AS of_rows,
         array_to_string((list('"' || customer_id || '"' ORDER BY customer_id))[1:3], ', ') AS example
  FROM buyers
  WHERE EXISTS (FROM accounts) AND NOT EXISTS (FROM buyers JOIN accounts USING (customer_id))
),
below AS (SELECT customer_id, parent_id FROM accounts WHERE parent_id IS NOT NULL),
orphans AS (SELECT below.customer_id, parent_id FROM below ANTI JOIN known ON known.customer_id = below.parent_id),
climbed AS (
  SELECT customer_id AS first_id, parent_id AS at_id, 1 AS steps FROM below WHERE customer_id <> parent_id
  UNION ALL
  SELECT first_id, below.parent_id, steps + 1
  FROM climbed JOIN below ON below.customer_id = climbed.at_id
  WHERE at_id <> first_id AND below.parent_id <> below.customer_id AND steps < 10
),
family AS (
  SELECT 'unknown_parent' AS code, parent_id AS id, customer_id FROM orphans
  UNION ALL
  SELECT 'own_parent', customer_id, customer_id FROM below WHERE customer_id = parent_id
  UNION ALL
  SELECT 'parent_loop', first_id, first_id FROM climbed WHERE at_id = first_id
),
kin AS (
  SELECT code, count(*) AS rows, count(DISTINCT id) AS ids,
         array_to_string((list_sort(list_distinct(list('"' || id || '"'))))[1:3], ', ') AS example
  FROM family
  GROUP BY code
)
SELECT 'transactions' AS export, code, rows::BIGINT AS rows, of_rows::BIGINT AS of_rows, NULL::BIGINT AS ids, day, rest_day,
       true AS is_warning, NULL::VARCHAR AS example
FROM apart
UNION ALL
SELECT 'transactions', 'as_of_late', NULL, NULL, NULL, as_of, last_day, true, NULL FROM late
UNION ALL
SELECT export, 'unmatched', rows::BIGINT, of_rows::BIGINT, ids, NULL, NULL, rows > of_rows * getvariable('unmatched_share'), example
FROM unmatched
UNION ALL
SELECT 'customers', 'not_listed', rows, of_rows, rows, NULL, NULL, true, example
FROM not_listed
WHERE rows > 0
UNION ALL
SELECT 'customers', code, rows, (SELECT count(*) FROM accounts), ids, NULL, NULL, false, example
FROM kin
ORDER BY is_warning DESC, export, code;
