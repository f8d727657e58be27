-- The regions and industries that a filter offers: those by name; and without one all others (place 7) and those not known
-- (8), where there are any at some date, and not too few. Reads  filter_values, scores, accounts; variable smallest_cell.
WITH placed AS (
  SELECT DISTINCT customer_id, unnest([{'dimension': 'region', 'name': nullif(trim(region), '')},
                                       {'dimension': 'industry', 'name': nullif(trim(industry), '')}], recursive := true)
  FROM scores LEFT JOIN accounts USING (customer_id)
),
unnamed AS (
  SELECT dimension, CASE WHEN name IS NULL THEN 8 ELSE 7 END AS place, count(*) AS customers
  FROM placed ANTI JOIN filter_values USING (dimension, name)
  GROUP BY ALL
)
SELECT dimension, place, name FROM filter_values
UNION ALL
SELECT dimension, place, NULL FROM unnamed WHERE customers >= getvariable('smallest_cell')
ORDER BY dimension DESC, place;
