-- Who moved between classes over every pair of as-of dates and in every model, as columns: one record of lists. Reads
-- class_movement.

WITH names AS (
  SELECT ['grid_stage', 'wallet_stage', 'metal', 'rfm_segment', 'abc'] AS models,
         ['up', 'same', 'down', 'came', 'lost', 'new'] AS directions,
         (SELECT list(DISTINCT as_of ORDER BY as_of) FROM class_places) AS dates,
         (SELECT coalesce(list(DISTINCT class ORDER BY class), [])
          FROM (SELECT from_class AS class FROM class_movement UNION SELECT to_class FROM class_movement)) AS classes
),
coded AS (
  SELECT row_number() OVER (ORDER BY list_position(models, model), from_day, to_day, from_class, to_class) AS place,
         list_position(models, model) - 1 AS model,
         list_position(dates, from_day) - 1 AS from_day,
         list_position(dates, to_day) - 1 AS to_day,
         list_position(classes, from_class) - 1 AS from_class,
         list_position(classes, to_class) - 1 AS to_class,
         list_position(directions, direction) - 1 AS direction,
         customers,
         minor(revenue_before) AS revenue_before,
         minor(revenue_after) AS revenue_after,
         minor(profit_before) AS profit_before,
         minor(profit_after) AS profit_after
  FROM class_movement, names
)
SELECT any_value(models) AS models,
       any_value(dates) AS dates,
       any_value(classes) AS classes,
       any_value(directions) AS directions,
       coalesce(list(model ORDER BY place) FILTER (place IS NOT NULL), []) AS model,
       coalesce(list(from_day ORDER BY place) FILTER (place IS NOT NULL), []) AS "from",
       coalesce(list(to_day ORDER BY place) FILTER (place IS NOT NULL), []) AS "to",
       coalesce(list(from_class ORDER BY place) FILTER (place IS NOT NULL), []) AS from_class,
       coalesce(list(to_class ORDER BY place) FILTER (place IS NOT NULL), []) AS to_class,
       coalesce(list(direction ORDER BY place) FILTER (place IS NOT NULL), []) AS direction,
       coalesce(list(customers ORDER BY place) FILTER (place IS NOT NULL), []) AS customers,
       coalesce(list(revenue_before ORDER BY place) FILTER (place IS NOT NULL), []) AS revenue_before,
       coalesce(list(revenue_after ORDER BY place) FILTER (place IS NOT NULL), []) AS revenue_after,
       coalesce(list(profit_before ORDER BY place) FILTER (profit_before IS NOT NULL), []) AS profit_before,
       coalesce(list(profit_after ORDER BY place) FILTER (profit_after IS NOT NULL), []) AS profit_after
FROM names LEFT JOIN coded ON true;
