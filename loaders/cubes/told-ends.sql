-- Where small cells are suppressed: the places in the order by money, largest first, up to which sums may be told, at each
-- date of the report. Two of them lie at least smallest_cell customers apart, so that no two sums over this order, of whatever
-- cubes and files, tell what fewer customers bring. What comes first is told first; an end that lies too near to one
-- before it is not told, nor the classes that meet there.
-- Reads  activity, scores, rfm_primary, metal_pyramid, budget_marks; variables smallest_cell, curve_points, abc_preset, has_profit,
--        rfm_value, rfm_scheme.
-- Makes  told_ends (as_of, measure, place): none where small cells are told too.
-- Makes  told_bins (as_of, customer_id, measure, bin), of revenue (0) and profit (1), between which of these places each customer
--        is: 999 the largest, and down.

CREATE OR REPLACE TEMP TABLE told_ends AS
WITH money AS (
  SELECT as_of, first_order_on IS NOT NULL AS is_customer, unnest(['revenue', 'profit']) AS measure, unnest([revenue, profit]) AS amount
  FROM activity
  WHERE as_of IN (SELECT as_of FROM scores) AND getvariable('smallest_cell') > 1
),
sizes AS (
  SELECT as_of, measure,
         count(*) AS n,
         count(*) FILTER (is_customer) AS existing,
         greatest(getvariable('smallest_cell'), ceil(count(*) / getvariable('curve_points')))::BIGINT AS step,
         as_of = max(as_of) OVER () AS is_newest
  FROM money
  WHERE amount IS NOT NULL
  GROUP BY as_of, measure
),
-- Classes that part the order, first to last, as they are counted elsewhere.
steps AS (
  SELECT as_of, unnest([
           {'ladder': 'by-customers', 'measure': 'revenue', 'class': abc_customers_revenue},
           {'ladder': 'by-value', 'measure': 'revenue', 'class': abc_value_revenue},
           {'ladder': 'by-customers', 'measure': 'profit', 'class': abc_customers_profit},
           {'ladder': 'by-value', 'measure': 'profit', 'class': abc_value_profit},
           {'ladder': 'decile', 'measure': 'revenue', 'class': lpad(decile::VARCHAR, 2, '0')},
           {'ladder': 'tercile', 'measure': 'revenue', 'class': tercile::VARCHAR},
           {'ladder': 'head', 'measure': 'revenue', 'class': CASE WHEN in_head THEN '1' ELSE '2' END}
         ], recursive := true)
  FROM scores
  WHERE is_customer
  UNION ALL
  SELECT as_of, 'metal', CASE WHEN getvariable('has_profit') THEN 'profit' ELSE 'revenue' END,
         list_position(['diamond', 'gold', 'brass', 'lead'], metal)::VARCHAR
  FROM metal_pyramid
  WHERE is_customer
  UNION ALL
  SELECT as_of, 'm', getvariable('rfm_value'), (9 - m)::VARCHAR
  FROM rfm_primary
  WHERE getvariable('rfm_scheme') IN ('together', 'ntile', 'fixed')
),
ladders AS (
  SELECT as_of, measure, ladder,
         sum(count(*)) OVER (PARTITION BY as_of, measure, ladder ORDER BY class)::BIGINT AS place
  FROM steps
  WHERE class IS NOT NULL
  GROUP BY as_of, measure, ladder, class
),
wanted AS (
  SELECT as_of, measure, unnest([0, n, existing]) AS place, 0 AS turn FROM sizes
  UNION ALL
  SELECT as_of, measure, place,
         CASE WHEN ladder = getvariable('abc_preset') THEN 1 WHEN ladder LIKE 'by-%' THEN 4 WHEN ladder = 'metal' THEN 5
              WHEN ladder = 'm' THEN 6 ELSE 8 END
  FROM ladders
  UNION ALL
  SELECT as_of, measure, ceil(0.2 * n)::BIGINT, 2 FROM sizes
  UNION ALL
  -- The fifths that a reader of the curve may choose.
  SELECT as_of, measure, ceil(unnest([2, 3, 4]) * n / 5)::BIGINT, 2 FROM sizes WHERE measure = 'revenue'
  UNION ALL
  SELECT as_of, measure, ceil(unnest([0.1, 0.05, 0.01]) * n)::BIGINT, 7 FROM sizes
  UNION ALL
  SELECT as_of, measure, (share * existing + 50) // 100, CASE WHEN percent IS NULL THEN 9 ELSE 3 END
  FROM sizes JOIN (SELECT unnest(range(1, 100)) AS share) ON is_newest LEFT JOIN budget_marks ON percent = share
  UNION ALL
  SELECT as_of, measure, unnest(range(step, n, step)), 10 FROM sizes
),
lists AS (
  SELECT as_of, measure, list([place] ORDER BY turn, place) AS places
  FROM wanted JOIN sizes USING (as_of, measure)
  GROUP BY as_of, measure
)
SELECT as_of, measure, unnest(list_distinct(list_reduce(places, lambda kept, one:
         CASE WHEN len(list_filter(kept, lambda k: k <> one[1] AND abs(k - one[1]) < getvariable('smallest_cell'))) = 0
              THEN kept || one ELSE kept END))) AS place
FROM lists;

CREATE OR REPLACE TEMP TABLE told_bins AS
WITH ranked AS (
  SELECT as_of, customer_id, measure,
         row_number() OVER (PARTITION BY as_of, measure ORDER BY amount DESC, customer_id) AS place
  FROM (SELECT as_of, customer_id, unnest(['revenue', 'profit']) AS measure, unnest([revenue, profit]) AS amount FROM activity)
  WHERE amount IS NOT NULL
),
ends AS (SELECT as_of, measure, list(place) AS ends FROM told_ends GROUP BY as_of, measure)
SELECT as_of, customer_id,
       (measure = 'profit')::INTEGER AS measure,
       (1000 - len(list_filter(ends, lambda e: e < place)))::INTEGER AS bin
FROM ranked JOIN ends USING (as_of, measure);
