-- What the cubes' queries share. Reads  scores, rfm_schemes, activity; variables minor_units (100 for cents), rfm_value.

-- Money as a whole number of minor units.
CREATE OR REPLACE TEMP MACRO minor(money) AS CAST(round(money * getvariable('minor_units')) AS BIGINT);

-- A count of customers as it may be told: null where it is too small a group.
CREATE OR REPLACE TEMP MACRO told(n) AS CASE WHEN n = 0 OR n >= getvariable('smallest_cell') THEN n END;

-- A count of some of a group: null also where too few of the group are left beside them.
CREATE OR REPLACE TEMP MACRO told_part(n, whole) AS CASE WHEN told(whole - n) IS NOT NULL THEN told(n) END;

-- What the first customers bring of all, n of many: exact where the sum up to them is told (told-ends.sql), else to the
-- whole per cent, which where there are enough customers tells nothing of those between; null where n is too few.
CREATE OR REPLACE TEMP MACRO told_share(first, total, n, many, is_exact) AS
  CASE WHEN total > 0 AND n >= getvariable('smallest_cell')
       THEN CASE WHEN getvariable('smallest_cell') = 1 OR is_exact THEN first::DOUBLE / total::DOUBLE
                 WHEN many >= 20 * getvariable('smallest_cell') THEN round(first::DOUBLE / total::DOUBLE, 2) END END;

-- Gini of values that may be negative, normalised by the sum of their absolute values (Raffinetti, Siletti, Vernizzi
-- 2015), from the sum over places i = 1 … n, smallest first, of (2i - n - 1) times the value.
CREATE OR REPLACE TEMP MACRO gini(weighted, n, absolute) AS weighted::DOUBLE / nullif(n * absolute::DOUBLE, 0);

-- What M counts, as cubes write it: money in minor units, quantities rounded to whole ones.
CREATE OR REPLACE TEMP MACRO counted(value) AS
  CASE WHEN getvariable('rfm_value') IN ('quantity', 'points') THEN CAST(round(value) AS BIGINT) ELSE minor(value) END;

-- Every existing customer at the newest date under each RFM scheme, with the values that were scored.
CREATE OR REPLACE TEMP TABLE newest_schemes AS
WITH newest AS (
  SELECT scores.*, counted(rfm_value) AS money, orders_24_months, minor(mean_spend_24_months) AS mean_spend_24_months
  FROM scores JOIN activity USING (as_of, customer_id) JOIN rfm_schemes USING (as_of, customer_id)
  WHERE as_of = (SELECT max(as_of) FROM scores)
)
SELECT unnest([
         {'scheme': 'together', 'r': r, 'f': f, 'm': m, 'f_value': orders, 'm_value': money},
         {'scheme': 'ntile', 'r': r_ntile, 'f': f_ntile, 'm': m_ntile, 'f_value': orders, 'm_value': money},
         {'scheme': 'nested', 'r': r_nested, 'f': f_nested, 'm': m_nested, 'f_value': orders, 'm_value': money},
         {'scheme': 'fixed', 'r': r_fixed, 'f': f_fixed, 'm': m_fixed, 'f_value': orders, 'm_value': money},
         {'scheme': 'airline', 'r': r_airline, 'f': f_airline, 'm': m_airline,
          'f_value': orders_24_months, 'm_value': mean_spend_24_months},
         {'scheme': 'custom', 'r': r_custom, 'f': f_custom, 'm': m_custom, 'f_value': orders, 'm_value': money}
       ], recursive := true),
       customer_id, recency_days, orders, revenue, profit
FROM newest;

-- The order in which schemes are told.
CREATE OR REPLACE TEMP MACRO scheme_place(scheme) AS
  list_position(['together', 'ntile', 'nested', 'fixed', 'airline', 'custom'], scheme);

-- The regions and industries that a filter offers by name, most customers first; the others go together.
CREATE OR REPLACE TEMP TABLE filter_values AS
WITH placed AS (
  SELECT unnest([{'dimension': 'region', 'name': nullif(trim(region), '')},
                 {'dimension': 'industry', 'name': nullif(trim(industry), '')}], recursive := true)
  FROM scores JOIN accounts USING (customer_id)
  WHERE is_customer AND as_of = (SELECT max(as_of) FROM scores)
),
counted AS (
  SELECT dimension, name, count(*) AS customers,
         row_number() OVER (PARTITION BY dimension ORDER BY count(*) DESC, name) - 1 AS place
  FROM placed
  WHERE name IS NOT NULL
  GROUP BY dimension, name
)
SELECT dimension, place::INTEGER AS place, name
FROM counted
WHERE place < 7 AND customers >= getvariable('smallest_cell');

-- Filled by told-ends.sql and left-out.sql where small cells are suppressed.
CREATE OR REPLACE TEMP TABLE told_ends (as_of DATE, measure VARCHAR, place BIGINT);
CREATE OR REPLACE TEMP TABLE told_bins (as_of DATE, customer_id VARCHAR, measure INTEGER, bin INTEGER);
CREATE OR REPLACE TEMP TABLE left_out (as_of DATE);
