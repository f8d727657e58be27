-- Who moved between classes up to the newest date, from about a year before and from the first date: the pairs that
-- everyone is told. The pyramid and the segments are told in the cube `movement`, which parts the same customers over the
-- same year: two tables of the same cells, each with gaps of its own, would fill each other's gaps.
-- Reads  class_movement, class_margins, movement_spans; variable smallest_cell. Where a class is so small that its size is
-- not told (or is the next smallest, from which it could be worked out), none of its cells is: customers are null.

WITH hidden AS (
  SELECT as_of, model, class
  FROM class_margins
  WHERE smallest < getvariable('smallest_cell')
    AND (customers < getvariable('smallest_cell') OR smaller_classes < 2 OR smaller_customers < getvariable('smallest_cell'))
)
SELECT class_movement.model,
       from_day AS "from",
       to_day AS "to",
       from_class,
       to_class,
       direction,
       CASE WHEN earlier.class IS NULL AND later.class IS NULL THEN customers END AS customers,
       minor(revenue_before) AS revenue_before,
       minor(revenue_after) AS revenue_after,
       minor(profit_before) AS profit_before,
       minor(profit_after) AS profit_after
FROM class_movement
JOIN movement_spans USING (from_day, to_day)
LEFT JOIN hidden AS earlier ON earlier.as_of = from_day AND earlier.model = class_movement.model AND earlier.class = from_class
LEFT JOIN hidden AS later ON later.as_of = to_day AND later.model = class_movement.model AND later.class = to_class
WHERE class_movement.model IN ('grid_stage', 'wallet_stage', 'abc')
ORDER BY class_movement.model, from_day, from_class, to_class;
