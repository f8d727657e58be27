-- Customers as lists of members have them, and each at each as-of date as a number of its own, which takes the place of the
-- filters' key: so the filters' own queries tell which customers are in a cell.
-- Reads  every_filter_row as keys.sql makes it, scores, accounts; variable filter_date, the newest as-of date.
-- Makes  member_people (customer_id, rank from 0: largest revenue of the newest date first, then by revenue of all
--        time, as of those who left, then by id; name, revenue, profit,
--        revenue_ever, orders, recency_days; who stands in no score yet, a prospect who was met, has bought nothing);
--        member_numbers (number, as_of, customer_id, key, rank); every_filter_row and filter_rows (as_of, customer_id, key) anew,
--        where key is the number.

CREATE OR REPLACE TEMP TABLE member_people AS
SELECT customer_id,
       (row_number() OVER (ORDER BY coalesce(scores.revenue, 0) DESC, coalesce(revenue_ever, 0) DESC, customer_id) - 1)::INTEGER
         AS rank,
       name,
       coalesce(minor(scores.revenue), 0) AS revenue,
       coalesce(minor(revenue_ever), 0) AS revenue_ever,
       minor(scores.profit) AS profit,
       coalesce(orders, 0) AS orders,
       recency_days
FROM (SELECT DISTINCT customer_id FROM every_filter_row)
LEFT JOIN (SELECT * FROM scores WHERE as_of = getvariable('filter_date')) AS scores USING (customer_id)
LEFT JOIN accounts USING (customer_id);

CREATE OR REPLACE TEMP TABLE member_numbers AS
SELECT row_number() OVER (ORDER BY as_of, customer_id)::INTEGER AS number, as_of, customer_id, key, rank
FROM every_filter_row JOIN member_people USING (customer_id);

CREATE OR REPLACE TEMP TABLE every_filter_row AS
SELECT as_of, customer_id, number AS key FROM member_numbers;

CREATE OR REPLACE TEMP TABLE filter_rows AS
SELECT as_of, customer_id, key FROM every_filter_row WHERE as_of = getvariable('filter_date');
