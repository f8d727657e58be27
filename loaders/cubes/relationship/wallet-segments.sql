-- Where the wallet gap lies, at the newest date: by the primary ABC class, RFM segment, and the customers export's region
-- and industry as of that export. Only accounts whose gap is known take part, so that a group is never told by fewer, and
-- nobody who only gave back: that gap stands beside the stages in the cube wallet.
-- The regions and industries that a filter offers by name stand alone, the others together: a reader who chooses one finds it.
-- Reads  wallet, scores, accounts, filter_values; variables abc_preset, abc_measure.

WITH known AS (
  SELECT customer_id, wallet.category_spend, ours, gap, region, industry, rfm_segment,
         CASE getvariable('abc_preset') || ' ' || getvariable('abc_measure')
           WHEN 'by-customers revenue' THEN abc_customers_revenue
           WHEN 'by-customers profit' THEN abc_customers_profit
           WHEN 'by-value revenue' THEN abc_value_revenue
           ELSE abc_value_profit END AS abc
  FROM wallet
  JOIN scores USING (as_of, customer_id)
  LEFT JOIN accounts USING (customer_id)
  WHERE as_of = (SELECT max(as_of) FROM scores) AND gap IS NOT NULL AND NOT is_refund_only
),
placed AS (
  SELECT category_spend, ours, gap,
         unnest([
           {'dimension': 'abc', 'name': coalesce(abc, 'none')},
           {'dimension': 'rfm_segment', 'name': coalesce(rfm_segment, 'none')},
           {'dimension': 'region', 'name': nullif(trim(region), '')},
           {'dimension': 'industry', 'name': nullif(trim(industry), '')}
         ], recursive := true)
  FROM known
),
grouped AS (
  SELECT placed.*,
         CASE WHEN name IS NULL THEN 'unknown'
              WHEN dimension IN ('abc', 'rfm_segment') OR place IS NOT NULL THEN 'named'
              ELSE 'others' END AS part
  FROM placed LEFT JOIN filter_values USING (dimension, name)
)
SELECT dimension,
       part,
       CASE WHEN part = 'named' THEN name END AS name,
       count(*) AS customers,
       minor(sum(category_spend)) AS category_spend,
       minor(sum(ours)) AS ours,
       minor(sum(gap)) AS gap
FROM grouped
GROUP BY dimension, part, CASE WHEN part = 'named' THEN name END
ORDER BY list_position(['abc', 'rfm_segment', 'region', 'industry'], dimension),
         list_position(['named', 'others', 'unknown'], part),
         sum(gap) DESC,
         name;
