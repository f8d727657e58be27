-- Who moved between classes up to the newest date, from about a year before and from the first date, by filters of the
-- newest date: as the cube class-movement, with the pyramid and the segments besides.
-- Reads  filter_rows, movement_spans, class_places, class_steps.
WITH moved AS (
  SELECT key, from_day, to_day,
         earlier.grid_stage AS grid_from, later.grid_stage AS grid_to,
         earlier.wallet_stage AS wallet_from, later.wallet_stage AS wallet_to,
         earlier.metal AS metal_from, later.metal AS metal_to,
         earlier.rfm_segment AS rfm_from, later.rfm_segment AS rfm_to,
         earlier.abc AS abc_from, later.abc AS abc_to,
         coalesce(earlier.revenue, 0) AS revenue_before,
         later.revenue AS revenue_after,
         CASE WHEN later.profit IS NOT NULL THEN coalesce(earlier.profit, 0) END AS profit_before,
         later.profit AS profit_after
  FROM filter_rows
  JOIN movement_spans ON to_day = filter_rows.as_of
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
         minor(sum(revenue_after)) AS revenue_after,
         minor(sum(profit_before)) AS profit_before,
         minor(sum(profit_after)) AS profit_after
  FROM moved
  GROUP BY GROUPING SETS ((key, from_day, to_day, grid_from, grid_to), (key, from_day, to_day, wallet_from, wallet_to),
                          (key, from_day, to_day, metal_from, metal_to), (key, from_day, to_day, rfm_from, rfm_to),
                          (key, from_day, to_day, abc_from, abc_to))
)
SELECT key,
       to_day AS as_of,
       counted.model,
       from_day::VARCHAR AS "from",
       to_day::VARCHAR AS "to",
       from_class,
       to_class,
       CASE WHEN from_class = 'arrived' THEN 'new'
            WHEN from_class IN ('unassessed', 'unknown', 'none', 'prospect')
              THEN CASE WHEN to_class IN ('unassessed', 'unknown', 'none', 'prospect') THEN 'same' ELSE 'came' END
            WHEN to_class IN ('unassessed', 'unknown', 'none', 'prospect') THEN 'lost'
            WHEN later.step > earlier.step THEN 'up'
            WHEN later.step < earlier.step THEN 'down'
            ELSE 'same' END AS direction,
       customers, revenue_before, revenue_after, profit_before, profit_after
FROM counted
LEFT JOIN class_steps AS earlier ON earlier.model = counted.model AND earlier.class = from_class
LEFT JOIN class_steps AS later ON later.model = counted.model AND later.class = to_class
ORDER BY to_day, counted.model, from_day, from_class, to_class, key;
