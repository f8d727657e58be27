-- The dates at which those who only gave back are too few to stand in some tables and not in others: fewer than a cell must
-- hold, or so few in a region, an industry or at a stage. Reads  activity, accounts, scores, filter_values; variable smallest_cell.

CREATE OR REPLACE TEMP TABLE left_out AS
WITH refunders AS (
  SELECT as_of,
         unnest(['region ' || coalesce(regions.place, 7 + (nullif(trim(region), '') IS NULL)::INTEGER),
                 'industry ' || coalesce(industries.place, 7 + (nullif(trim(industry), '') IS NULL)::INTEGER),
                 'wallet ' || coalesce(wallet_stage, 'unknown'),
                 'grid ' || coalesce(grid_stage, 'unassessed')]) AS part
  FROM activity
  LEFT JOIN scores USING (as_of, customer_id)
  LEFT JOIN accounts USING (customer_id)
  LEFT JOIN filter_values AS regions ON regions.dimension = 'region' AND regions.name = trim(region)
  LEFT JOIN filter_values AS industries ON industries.dimension = 'industry' AND industries.name = trim(industry)
  WHERE activity.first_order_on IS NULL
)
SELECT DISTINCT as_of
FROM (SELECT as_of, count(*) AS customers FROM refunders GROUP BY as_of, part)
WHERE customers < getvariable('smallest_cell');
