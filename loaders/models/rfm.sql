-- RFM, scheme "quintile": five equal parts per axis, 5 = best.
-- Reads  activity. Makes  rfm_breaks, one row per as-of date, and rfm: per as-of date and existing customer r, f, m
-- under both tie policies.
--   together  equal values share a score: a value's score is one more than the number of type-7 quantile breaks below
--             it (for recency, where fewer days are better, five less that number)
--   ntile     five bins of equal size; equal values are ordered by customer_id

-- Interpolating between two equal values may end a last bit below them, which would lift them all by one score; values
-- have 4 decimals, so that 6 keep a break that lies between two of them there.
CREATE OR REPLACE TEMP MACRO settled(breaks) AS list_transform(breaks, lambda b: round(b, 6));

CREATE OR REPLACE TABLE rfm_breaks AS
SELECT as_of,
       settled(quantile_cont(recency_days::DOUBLE, [0.2, 0.4, 0.6, 0.8])) AS recency_breaks,
       settled(quantile_cont(orders::DOUBLE, [0.2, 0.4, 0.6, 0.8])) AS frequency_breaks,
       settled(quantile_cont(rfm_value::DOUBLE, [0.2, 0.4, 0.6, 0.8])) AS money_breaks
FROM activity
WHERE first_order_on IS NOT NULL
GROUP BY as_of;

CREATE OR REPLACE TEMP MACRO breaks_below(value, breaks) AS
  (value > breaks[1])::TINYINT + (value > breaks[2])::TINYINT + (value > breaks[3])::TINYINT + (value > breaks[4])::TINYINT;

CREATE OR REPLACE TABLE rfm AS
-- Binned before the breaks are joined: windows copy every column of their rows, and lists are heavy.
WITH binned AS (
  SELECT as_of, customer_id, recency_days, orders, rfm_value,
         ntile(5) OVER (PARTITION BY as_of ORDER BY recency_days DESC, customer_id)::TINYINT AS r_ntile,
         ntile(5) OVER (PARTITION BY as_of ORDER BY orders, customer_id)::TINYINT AS f_ntile,
         ntile(5) OVER (PARTITION BY as_of ORDER BY rfm_value, customer_id)::TINYINT AS m_ntile
  FROM activity
  WHERE first_order_on IS NOT NULL
)
SELECT as_of,
       customer_id,
       (5 - breaks_below(recency_days::DOUBLE, recency_breaks))::TINYINT AS r,
       (1 + breaks_below(orders::DOUBLE, frequency_breaks))::TINYINT AS f,
       (1 + breaks_below(rfm_value::DOUBLE, money_breaks))::TINYINT AS m,
       r_ntile,
       f_ntile,
       m_ntile
FROM binned JOIN rfm_breaks USING (as_of);
