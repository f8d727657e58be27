-- Where the wallet gap lies, by filters: as the cube wallet-segments. In which order the groups come is decided over all
-- customers, so that a filter moves no group.
-- Reads  filter_rows, wallet, scores, accounts, filter_values; variables abc_preset, abc_measure.
WITH known AS (
  SELECT as_of, customer_id, wallet.category_spend, ours, gap, region, industry, rfm_segment,
         CASE getvariable('abc_preset') || ' ' || getvariable('abc_measure')
           WHEN 'by-customers revenue' THEN abc_customers_revenue
           WHEN 'by-customers profit' THEN abc_customers_profit
           WHEN 'by-value revenue' THEN abc_value_revenue
           ELSE abc_value_profit END AS abc
  FROM wallet
  JOIN scores USING (as_of, customer_id)
  LEFT JOIN accounts USING (customer_id)
  WHERE gap IS NOT NULL AND NOT is_refund_only AND as_of IN (SELECT as_of FROM filter_rows)
),
placed AS (
  SELECT as_of, customer_id, category_spend, ours, gap,
         unnest([
           {'dimension': 'abc', 'name': coalesce(abc, 'none')},
           {'dimension': 'rfm_segment', 'name': coalesce(rfm_segment, 'none')},
           {'dimension': 'region', 'name': nullif(trim(region), '')},
           {'dimension': 'industry', 'name': nullif(trim(industry), '')}
         ], recursive := true)
  FROM known
),
parted AS (
  SELECT placed.* EXCLUDE (name),
         CASE WHEN name IS NULL THEN 'unknown'
              WHEN dimension IN ('abc', 'rfm_segment') OR place IS NOT NULL THEN 'named'
              ELSE 'others' END AS part,
         CASE WHEN dimension IN ('abc', 'rfm_segment') OR place IS NOT NULL THEN name END AS name
  FROM placed LEFT JOIN filter_values USING (dimension, name)
),
grouped AS (
  SELECT *, sum(gap) OVER (PARTITION BY as_of, dimension, part, name) AS whole FROM parted
)
SELECT key, as_of, dimension, part AS gap_part, name,
       count(*) AS customers,
       minor(sum(category_spend)) AS category_spend,
       minor(sum(ours)) AS ours,
       minor(sum(gap)) AS gap
FROM filter_rows
JOIN grouped USING (as_of, customer_id)
GROUP BY key, as_of, dimension, part, name, whole
ORDER BY as_of,
         list_position(['abc', 'rfm_segment', 'region', 'industry'], dimension),
         list_position(['named', 'others', 'unknown'], part),
         whole DESC,
         name,
         key;
