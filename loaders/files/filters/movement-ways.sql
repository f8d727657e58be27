-- How many rose and how many regressed in each model up to the newest date from about a year before, by filters of the newest
-- date: moves of class-moves.sql added up, for figures that need no more of any model. Both ways stand under one key at
-- least, with zeros where nobody went so: a model is there though nobody moved.
-- Reads  filter_rows, movement_spans, class_places, class_movement (for the direction).
WITH moved AS (
  SELECT key, from_day, to_day,
         earlier.grid_stage AS grid_from, later.grid_stage AS grid_to,
         earlier.wallet_stage AS wallet_from, later.wallet_stage AS wallet_to,
         earlier.metal AS metal_from, later.metal AS metal_to,
         earlier.rfm_segment AS rfm_from, later.rfm_segment AS rfm_to,
         earlier.abc AS abc_from, later.abc AS abc_to,
         coalesce(earlier.revenue, 0) AS revenue_before,
         later.revenue AS revenue_after
  FROM filter_rows
  JOIN movement_spans ON to_day = filter_rows.as_of AND is_year
  JOIN class_places AS later ON later.as_of = to_day AND later.customer_id = filter_rows.customer_id
  LEFT JOIN class_places AS earlier ON earlier.as_of = from_day AND earlier.customer_id = filter_rows.customer_id
),
counted AS (
  SELECT key, from_day, to_day,
         CASE WHEN grid_to IS NOT NULL THEN 'grid_stage' WHEN wallet_to IS NOT NULL THEN 'wallet_stage'
              WHEN metal_to IS NOT NULL THEN 'metal' WHEN rfm_to IS NOT NULL THEN 'rfm_segment' ELSE 'abc' END AS model,
         coalesce(grid_from, wallet_from, metal_from, rfm_from, abc_from, 'arrived') AS from_class,
         coalesce(grid_to, wallet_to, metal_to, rfm_to, abc_to) AS to_class,
         count(*) AS customers,
         minor(sum(revenue_before)) AS revenue_before,
         minor(sum(revenue_after)) AS revenue_after
  FROM moved
  GROUP BY GROUPING SETS ((key, from_day, to_day, grid_from, grid_to), (key, from_day, to_day, wallet_from, wallet_to),
                          (key, from_day, to_day, metal_from, metal_to), (key, from_day, to_day, rfm_from, rfm_to),
                          (key, from_day, to_day, abc_from, abc_to))
),
ways AS (
  SELECT key, to_day, model, from_day, way,
         coalesce(sum(counted.customers) FILTER (direction = way), 0)::BIGINT AS customers,
         coalesce(sum(counted.revenue_before) FILTER (direction = way), 0)::BIGINT AS revenue_before,
         coalesce(sum(counted.revenue_after) FILTER (direction = way), 0)::BIGINT AS revenue_after
  FROM counted
  JOIN class_movement AS known USING (model, from_day, to_day, from_class, to_class)
  CROSS JOIN (SELECT unnest(['up', 'down']) AS way)
  GROUP BY key, to_day, model, from_day, way
)
SELECT key,
       to_day AS as_of,
       model,
       from_day::VARCHAR AS "from",
       way AS direction,
       customers, revenue_before, revenue_after
FROM ways
-- Keys of each chart's parts begin at a ten-thousand of their own.
QUALIFY customers > 0 OR key = min(key) OVER (PARTITION BY to_day, model, from_day, way, key // 10000)
ORDER BY to_day, model, from_day, way, key;
