-- RFM, scheme "quintile": five equal parts per axis, 5 = best.
-- Reads  activity; variable bins (how many parts scheme "custom" has, see rfm-schemes.sql). Makes
--   rfm_breaks     one row per as-of date: the type-7 quantiles that part each axis in five (recency_breaks,
--                  frequency_breaks, money_breaks) and in as many parts as bins says (recency_parts, …)
--   rfm_quintiles  (temporary) per as-of date and existing customer what is scored, and r, f, m under both tie policies
--     together  equal values share a score: a value's score is one more than the number of breaks below it (for recency,
--               where fewer days are better, five less that number)
--     ntile     five bins of equal size; equal values are ordered by customer_id

-- Interpolating between two equal values may end a last bit below them, which would lift them all by one score; values
-- have 4 decimals, so that 6 keep a break that lies between two of them there.
CREATE OR REPLACE TEMP MACRO settled(breaks) AS list_transform(breaks, lambda b: round(b, 6));

CREATE OR REPLACE TEMP MACRO shares() AS
  [0.2, 0.4, 0.6, 0.8] || list_transform(range(1, getvariable('bins')), lambda i: i / getvariable('bins'));

CREATE OR REPLACE TEMP MACRO breaks_below(value, breaks) AS
  (value > breaks[1])::TINYINT + (value > breaks[2])::TINYINT + (value > breaks[3])::TINYINT + (value > breaks[4])::TINYINT;

-- One list of quantiles per axis: a second one would order the whole axis again.
CREATE OR REPLACE TABLE rfm_breaks AS
WITH quantiles AS (
  SELECT as_of,
         settled(quantile_cont(recency_days::INTEGER, shares())) AS recency,
         settled(quantile_cont(orders, shares())) AS frequency,
         settled(quantile_cont(rfm_value::DOUBLE, shares())) AS money
  FROM activity
  WHERE first_order_on IS NOT NULL
  GROUP BY as_of
)
SELECT as_of,
       recency[:4] AS recency_breaks, frequency[:4] AS frequency_breaks, money[:4] AS money_breaks,
       recency[5:] AS recency_parts, frequency[5:] AS frequency_parts, money[5:] AS money_parts
FROM quantiles;

-- Bins of equal size without ordering the customers: a value's bins follow from how many customers lie below it, and
-- only where a bin ends within a value are those who share it put in the order of their ids.
CREATE OR REPLACE TEMP MACRO bin_of(place, population, bins) AS
  CASE WHEN place <= (population % bins) * (population // bins + 1) THEN (place - 1) // (population // bins + 1) + 1
       ELSE (place - 1 - population % bins) // (population // bins) + 1 END;

CREATE OR REPLACE TEMP TABLE value_bins AS
WITH counted AS (
  SELECT as_of, 'recency' AS axis, -recency_days::DECIMAL(24, 4) AS value, count(*)::INTEGER AS customers
  FROM activity
  WHERE first_order_on IS NOT NULL
  GROUP BY as_of, recency_days
  UNION ALL
  SELECT as_of, 'frequency', orders::DECIMAL(24, 4), count(*)::INTEGER
  FROM activity
  WHERE first_order_on IS NOT NULL
  GROUP BY as_of, orders
  UNION ALL
  SELECT as_of, 'money', rfm_value, count(*)::INTEGER
  FROM activity
  WHERE first_order_on IS NOT NULL
  GROUP BY as_of, rfm_value
),
populations AS (
  SELECT as_of, count(*) AS population FROM activity WHERE first_order_on IS NOT NULL GROUP BY as_of
),
placed AS (
  SELECT *, sum(customers) OVER (PARTITION BY as_of, axis ORDER BY value ROWS UNBOUNDED PRECEDING)::BIGINT AS up_to FROM counted
)
SELECT as_of, axis, value, population, up_to - customers AS below,
       bin_of(up_to - customers + 1, population, 5)::TINYINT AS first_bin, bin_of(up_to, population, 5)::TINYINT AS last_bin
FROM placed JOIN populations USING (as_of);

-- The last customer of each bin that ends within a value, in the order of the bins.
CREATE OR REPLACE TEMP TABLE bin_ends AS
WITH split AS (
  SELECT *, row_number() OVER (ORDER BY as_of, axis, value)::INTEGER AS split FROM value_bins WHERE first_bin < last_bin
),
sharing AS (
  SELECT split, customer_id
  FROM (SELECT split, as_of, -value::INTEGER AS recency_days FROM split WHERE axis = 'recency') AS values
  JOIN activity USING (as_of, recency_days)
  WHERE first_order_on IS NOT NULL
  UNION ALL
  SELECT split, customer_id
  FROM (SELECT split, as_of, value::INTEGER AS orders FROM split WHERE axis = 'frequency') AS values
  JOIN activity USING (as_of, orders)
  WHERE first_order_on IS NOT NULL
  UNION ALL
  SELECT split, customer_id
  FROM (SELECT split, as_of, value AS rfm_value FROM split WHERE axis = 'money') AS values
  JOIN activity USING (as_of, rfm_value)
  WHERE first_order_on IS NOT NULL
),
placed AS (
  SELECT split, customer_id, row_number() OVER (PARTITION BY split ORDER BY customer_id) AS place FROM sharing
)
SELECT as_of, axis, value, list(customer_id ORDER BY place) AS last_ids
FROM placed JOIN split USING (split)
WHERE bin_of(below + place, population, 5) < bin_of(below + place + 1, population, 5) AND bin_of(below + place, population, 5) < last_bin
GROUP BY as_of, axis, value;

CREATE OR REPLACE TEMP MACRO ends_before(customer_id, last_ids) AS
  CASE WHEN last_ids IS NULL THEN 0
       ELSE (customer_id > last_ids[1])::TINYINT + coalesce((customer_id > last_ids[2])::TINYINT, 0)
              + coalesce((customer_id > last_ids[3])::TINYINT, 0) + coalesce((customer_id > last_ids[4])::TINYINT, 0) END;

CREATE OR REPLACE TEMP TABLE rfm_quintiles AS
WITH recencies AS (
  SELECT as_of, -value::INTEGER AS recency_days, first_bin, last_ids,
         (5 - breaks_below(-value::DOUBLE, recency_breaks))::TINYINT AS r
  FROM value_bins JOIN rfm_breaks USING (as_of) LEFT JOIN bin_ends USING (as_of, axis, value)
  WHERE axis = 'recency'
),
frequencies AS (
  SELECT as_of, value::INTEGER AS orders, first_bin, last_ids,
         (1 + breaks_below(value::DOUBLE, frequency_breaks))::TINYINT AS f
  FROM value_bins JOIN rfm_breaks USING (as_of) LEFT JOIN bin_ends USING (as_of, axis, value)
  WHERE axis = 'frequency'
),
-- Nearly every customer has a money of its own: they are held against the largest value of each bin.
monies AS (
  SELECT as_of, money_breaks, [max(value) FILTER (first_bin <= 1), max(value) FILTER (first_bin <= 2),
                               max(value) FILTER (first_bin <= 3), max(value) FILTER (first_bin <= 4)] AS largest
  FROM value_bins JOIN rfm_breaks USING (as_of)
  WHERE axis = 'money'
  GROUP BY as_of, money_breaks
),
money_ends AS (SELECT as_of, value AS rfm_value, last_ids FROM bin_ends WHERE axis = 'money')
SELECT as_of, customer_id, recency_days, orders, rfm_value, rfm_value::DOUBLE AS money, orders_in_24_months,
       coalesce(revenue_in_24_months / nullif(orders_in_24_months, 0), 0) AS mean_spend,
       r,
       f,
       (1 + breaks_below(rfm_value::DOUBLE, money_breaks))::TINYINT AS m,
       (recencies.first_bin + ends_before(customer_id, recencies.last_ids))::TINYINT AS r_ntile,
       (frequencies.first_bin + ends_before(customer_id, frequencies.last_ids))::TINYINT AS f_ntile,
       (1 + breaks_below(rfm_value, largest) + ends_before(customer_id, money_ends.last_ids))::TINYINT AS m_ntile
FROM activity
JOIN recencies USING (as_of, recency_days)
JOIN frequencies USING (as_of, orders)
JOIN monies USING (as_of)
LEFT JOIN money_ends USING (as_of, rfm_value)
WHERE first_order_on IS NOT NULL;

DROP TABLE value_bins;
DROP TABLE bin_ends;
