-- By which keys filters choose each customer at the newest date. Reads  every_filter_row as keys.sql and brush-keys.sql make
-- it, scores.
-- Makes  list_keys (customer_id; key of the filter bar; rfm, grid and pareto, the parts of the charts), null where none.

CREATE OR REPLACE TEMP TABLE list_keys AS
SELECT customer_id,
       max(key) FILTER (key < 10000) AS key,
       (max(key) FILTER (key // 10000 = 1) - 10000)::INTEGER AS rfm,
       (max(key) FILTER (key // 10000 = 2) - 20000)::INTEGER AS grid,
       (max(key) FILTER (key // 10000 = 3) - 30000)::INTEGER AS pareto
FROM every_filter_row
WHERE as_of = (SELECT max(as_of) FROM scores)
GROUP BY customer_id;
