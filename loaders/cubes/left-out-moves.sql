-- The moves between classes without those who had only given back at their end, at the dates at which these are too few, so
-- that they agree with the counts of both days: who had given back on the first day already, or was not known then.
-- Reads  everyone (scores with all), left_out, class_places, every_class_movement and every_class_margin (the warehouse's own tables),
--        movement_spans.
-- Makes  class_movement, over the spans that everyone is told, and class_margins: see loaders/models/class-movement.sql.

CREATE OR REPLACE TEMP TABLE refund_places AS
SELECT as_of, customer_id, revenue, profit,
       unnest([{'model': 'grid_stage', 'class': grid_stage}, {'model': 'wallet_stage', 'class': wallet_stage},
               {'model': 'metal', 'class': metal}, {'model': 'rfm_segment', 'class': rfm_segment},
               {'model': 'abc', 'class': abc}], recursive := true)
FROM class_places
WHERE as_of IN (FROM left_out)
  AND (as_of, customer_id) IN (SELECT (as_of, customer_id) FROM everyone WHERE is_refund_only);

CREATE OR REPLACE TEMP TABLE class_movement AS
WITH refund_moves AS (
  SELECT later.model, from_day, to_day,
         coalesce(earlier.class, 'arrived') AS from_class, later.class AS to_class,
         count(*) AS customers,
         sum(coalesce(earlier.revenue, 0)) AS revenue_before, sum(later.revenue) AS revenue_after,
         sum(coalesce(earlier.profit, 0)) AS profit_before, sum(coalesce(later.profit, 0)) AS profit_after
  FROM movement_spans
  JOIN refund_places AS later ON later.as_of = to_day
  LEFT JOIN refund_places AS earlier
    ON earlier.as_of = from_day AND earlier.customer_id = later.customer_id AND earlier.model = later.model
  WHERE earlier.customer_id IS NOT NULL
     OR NOT EXISTS (FROM everyone WHERE everyone.as_of = from_day AND everyone.customer_id = later.customer_id)
  GROUP BY ALL
)
SELECT every_move.* REPLACE (
         every_move.customers - coalesce(refund_moves.customers, 0) AS customers,
         (every_move.revenue_before - coalesce(refund_moves.revenue_before, 0))::DECIMAL(24, 4) AS revenue_before,
         (every_move.revenue_after - coalesce(refund_moves.revenue_after, 0))::DECIMAL(24, 4) AS revenue_after,
         (every_move.profit_before - coalesce(refund_moves.profit_before, 0))::DECIMAL(24, 4) AS profit_before,
         (every_move.profit_after - coalesce(refund_moves.profit_after, 0))::DECIMAL(24, 4) AS profit_after)
FROM every_class_movement AS every_move
JOIN movement_spans USING (from_day, to_day)
LEFT JOIN refund_moves USING (model, from_day, to_day, from_class, to_class)
WHERE every_move.customers > coalesce(refund_moves.customers, 0);

CREATE OR REPLACE TEMP TABLE class_margins AS
WITH counted AS (
  SELECT as_of, model, class, every_class_margin.customers - coalesce(refunds.customers, 0) AS customers
  FROM every_class_margin
  LEFT JOIN (SELECT as_of, model, class, count(*) AS customers FROM refund_places GROUP BY ALL) AS refunds USING (as_of, model, class)
)
SELECT as_of, model, class, customers,
       count(*) OVER smaller AS smaller_classes,
       coalesce(sum(customers) OVER smaller, 0)::BIGINT AS smaller_customers,
       min(customers) OVER (PARTITION BY as_of, model) AS smallest
FROM counted
WHERE customers > 0
WINDOW smaller AS (PARTITION BY as_of, model ORDER BY customers RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING);
