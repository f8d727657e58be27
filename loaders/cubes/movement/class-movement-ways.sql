-- How many rose and how many regressed over the pairs of `class-movement`, all moves together, with their money: what
-- can be told where the single moves are too small. Reads  class_movement, movement_spans; variable smallest_cell.
-- The matrix hides at least as many of a way's customers as a cell must hold, or none, so that the sum of a way gives
-- no small group away; the other ways are not summed here, since all of them together would.

SELECT model,
       from_day AS "from",
       to_day AS "to",
       direction,
       told(sum(customers))::BIGINT AS customers,
       CASE WHEN told(sum(customers)) IS NOT NULL THEN minor(sum(revenue_before)) END AS revenue_before,
       CASE WHEN told(sum(customers)) IS NOT NULL THEN minor(sum(revenue_after)) END AS revenue_after,
       CASE WHEN told(sum(customers)) IS NOT NULL THEN minor(sum(profit_before)) END AS profit_before,
       CASE WHEN told(sum(customers)) IS NOT NULL THEN minor(sum(profit_after)) END AS profit_after
FROM class_movement JOIN movement_spans USING (from_day, to_day)
WHERE model IN ('grid_stage', 'wallet_stage', 'abc') AND direction IN ('up', 'down')
GROUP BY model, from_day, to_day, direction
ORDER BY model, from_day, direction;
