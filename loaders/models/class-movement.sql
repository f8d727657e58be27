-- Who stood in which class of each model at each as-of date, and who moved between any two of the dates.
-- Reads  as_of_dates, scores, metal_pyramid; variables abc_preset, abc_measure (the primary ABC classes).
-- Makes  class_steps (model, class, step): how high a class stands. What has no step (unassessed, unknown, none, prospect)
--        is no class: from it and to it nobody rises or falls. Segments of one family stand level; a segment of the
--        report's own has no step either, but is a class.
-- Makes  class_places, one row per date and customer in scores: its class in each model, and the window's money. Who only
--        gave back has class 'none', and who never bought is a 'prospect', but for the two stage models, which know
--        prospects.
-- Makes  class_margins: customers by date, model and class, with the number of smaller classes and of customers in them.
-- Makes  movement_spans: the span of about a year up to the newest date (is_year), and the longest one.
--        Both begin where a window is whole, if any is.
-- Makes  class_movement: customers and their money by pair of dates and pair of classes. Who was not known on the first
--        day comes 'arrived'. Nobody leaves: what was known at a date is known ever after.

CREATE OR REPLACE TABLE class_steps AS
FROM (VALUES
  ('grid_stage', 'pre', 0), ('grid_stage', 'nurturing', 1), ('grid_stage', 'initial', 2), ('grid_stage', 'middle', 3),
  ('grid_stage', 'advanced', 4), ('grid_stage', 'partner', 5),
  -- Interrupted is a share of 0%, as development is: only that it once was more.
  ('wallet_stage', 'development', 0), ('wallet_stage', 'interrupted', 0), ('wallet_stage', 'initial', 1),
  ('wallet_stage', 'stable', 2), ('wallet_stage', 'strategic', 3),
  ('metal', 'lead', 0), ('metal', 'brass', 1), ('metal', 'gold', 2), ('metal', 'diamond', 3),
  ('rfm_segment', 'hibernating', 0), ('rfm_segment', 'cannot_lose', 0),
  ('rfm_segment', 'at_risk', 1), ('rfm_segment', 'about_to_sleep', 1), ('rfm_segment', 'need_attention', 1),
  ('rfm_segment', 'new', 2), ('rfm_segment', 'promising', 2), ('rfm_segment', 'potential_loyalist', 2),
  ('rfm_segment', 'loyal', 3), ('rfm_segment', 'champions', 3),
  ('abc', 'D', 0), ('abc', 'C', 1), ('abc', 'B', 2), ('abc', 'A', 3)
) AS steps(model, class, step);

CREATE OR REPLACE TABLE class_places AS
WITH classed AS (
  SELECT scores.*, metal,
         coalesce(getvariable('abc_measure')::VARCHAR, CASE WHEN getvariable('has_profit') THEN 'profit' ELSE 'revenue' END) = 'profit' AS on_profit,
         getvariable('abc_preset') = 'by-value' AS by_value
  FROM scores LEFT JOIN metal_pyramid USING (as_of, customer_id)
)
SELECT as_of,
       customer_id,
       grid_stage,
       wallet_stage,
       coalesce(metal, 'prospect') AS metal,
       CASE WHEN is_customer THEN rfm_segment WHEN is_refund_only THEN 'none' ELSE 'prospect' END AS rfm_segment,
       CASE WHEN NOT is_customer AND NOT is_refund_only THEN 'prospect'
            WHEN by_value AND on_profit THEN abc_value_profit
            WHEN by_value THEN abc_value_revenue
            WHEN on_profit THEN abc_customers_profit
            ELSE abc_customers_revenue END AS abc,
       revenue,
       profit
FROM classed;

CREATE OR REPLACE TABLE class_margins AS
WITH counted AS (
  SELECT as_of, model, class, count(*) AS customers
  FROM class_places UNPIVOT (class FOR model IN (grid_stage, wallet_stage, metal, rfm_segment, abc))
  GROUP BY as_of, model, class
)
SELECT as_of, model, class, customers,
       (SELECT count(*) FROM counted AS other
        WHERE other.as_of = counted.as_of AND other.model = counted.model AND other.customers < counted.customers) AS smaller_classes,
       (SELECT coalesce(sum(other.customers), 0)::BIGINT FROM counted AS other
        WHERE other.as_of = counted.as_of AND other.model = counted.model AND other.customers < counted.customers) AS smaller_customers,
       min(customers) OVER (PARTITION BY as_of, model) AS smallest
FROM counted;

-- About a year, since quarter ends are seldom a year before the newest date to the day: 10 and a half months at least.
CREATE OR REPLACE TABLE movement_spans AS
WITH days AS (SELECT as_of, role = 'quarter_end' AND is_start AS is_start FROM as_of_dates WHERE role IN ('now', 'quarter_end')),
ends AS (
  SELECT max(as_of) AS to_day, min(as_of) FILTER (is_start) AS first_day,
         max(as_of) FILTER (is_start AND as_of <= (SELECT max(as_of) FROM days) - INTERVAL '10 months 15 days') AS year_back
  FROM days
)
SELECT DISTINCT from_day, to_day, from_day = coalesce(year_back, first_day) AS is_year
FROM ends, LATERAL (SELECT unnest([coalesce(year_back, first_day), first_day]) AS from_day)
WHERE from_day < to_day;

CREATE OR REPLACE TABLE class_movement AS
WITH days AS (SELECT DISTINCT as_of FROM as_of_dates WHERE role IN ('now', 'quarter_end')),
pairs AS (
  SELECT earlier.as_of AS from_day, later.as_of AS to_day
  FROM days AS earlier JOIN days AS later ON earlier.as_of < later.as_of
),
moved AS (
  SELECT from_day, to_day,
         earlier.grid_stage AS grid_from, later.grid_stage AS grid_to,
         earlier.wallet_stage AS wallet_from, later.wallet_stage AS wallet_to,
         earlier.metal AS metal_from, later.metal AS metal_to,
         earlier.rfm_segment AS rfm_from, later.rfm_segment AS rfm_to,
         earlier.abc AS abc_from, later.abc AS abc_to,
         coalesce(earlier.revenue, 0) AS revenue_before, later.revenue AS revenue_after,
         CASE WHEN later.profit IS NOT NULL THEN coalesce(earlier.profit, 0) END AS profit_before, later.profit AS profit_after
  FROM pairs
  JOIN class_places AS later ON later.as_of = to_day
  LEFT JOIN class_places AS earlier ON earlier.as_of = from_day AND earlier.customer_id = later.customer_id
),
counted AS (
  SELECT from_day, to_day,
         CASE WHEN grid_to IS NOT NULL THEN 'grid_stage' WHEN wallet_to IS NOT NULL THEN 'wallet_stage'
              WHEN metal_to IS NOT NULL THEN 'metal' WHEN rfm_to IS NOT NULL THEN 'rfm_segment' ELSE 'abc' END AS model,
         coalesce(grid_from, wallet_from, metal_from, rfm_from, abc_from, 'arrived') AS from_class,
         coalesce(grid_to, wallet_to, metal_to, rfm_to, abc_to) AS to_class,
         count(*) AS customers,
         sum(revenue_before)::DECIMAL(24, 4) AS revenue_before,
         sum(revenue_after)::DECIMAL(24, 4) AS revenue_after,
         sum(profit_before)::DECIMAL(24, 4) AS profit_before,
         sum(profit_after)::DECIMAL(24, 4) AS profit_after
  FROM moved
  GROUP BY GROUPING SETS ((from_day, to_day, grid_from, grid_to), (from_day, to_day, wallet_from, wallet_to),
                          (from_day, to_day, metal_from, metal_to), (from_day, to_day, rfm_from, rfm_to),
                          (from_day, to_day, abc_from, abc_to))
)
SELECT counted.model, from_day, to_day, from_class, to_class,
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
LEFT JOIN class_steps AS later ON later.model = counted.model AND later.class = to_class;
