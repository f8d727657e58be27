-- Who moved between the classes of one model up to the newest date, from about a year before and from the first date, by
-- filters of the newest date: as the cube class-movement, with the pyramid and the segments besides.
-- Reads  filter_rows, movement_spans, class_places, class_movement (for the direction); variable filter_model.
WITH places AS (
  SELECT as_of, customer_id, revenue, profit,
         CASE getvariable('filter_model') WHEN 'grid_stage' THEN grid_stage WHEN 'wallet_stage' THEN wallet_stage
              WHEN 'metal' THEN metal WHEN 'rfm_segment' THEN rfm_segment ELSE abc END AS class
  FROM class_places
),
counted AS (
  SELECT key, from_day, to_day,
         coalesce(earlier.class, 'arrived') AS from_class,
         later.class AS to_class,
         count(*) AS customers,
         minor(sum(coalesce(earlier.revenue, 0))) AS revenue_before,
         minor(sum(later.revenue)) AS revenue_after,
         minor(sum(coalesce(earlier.profit, 0)) FILTER (later.profit IS NOT NULL)) AS profit_before,
         minor(sum(later.profit)) AS profit_after
  FROM filter_rows
  JOIN movement_spans ON to_day = filter_rows.as_of
  JOIN places AS later ON later.as_of = to_day AND later.customer_id = filter_rows.customer_id
  LEFT JOIN places AS earlier ON earlier.as_of = from_day AND earlier.customer_id = filter_rows.customer_id
  GROUP BY ALL
)
SELECT key,
       to_day AS as_of,
       from_day::VARCHAR AS "from",
       from_class, to_class, direction,
       counted.customers, counted.revenue_before, counted.revenue_after, counted.profit_before, counted.profit_after
FROM counted
JOIN class_movement AS known USING (from_day, to_day, from_class, to_class)
WHERE known.model = getvariable('filter_model')
ORDER BY to_day, from_day, from_class, to_class, key;
