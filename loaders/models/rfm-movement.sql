-- Who moved between named segments, from the last is_start and from the one nearest to a year before, to the
-- newest date.
-- Reads  as_of_dates, activity, rfm (equal values together), rfm_breaks, segments. Makes  rfm_moves: each customer's
-- segments and money by pair of days; and rfm_movement: customers and their money by pair of days and pair of segments;
-- both with thresholds
--   recomputed  each day with its own breaks: a customer may move because the others did
--   frozen      both days with the first day's breaks: a customer moves by its own doing alone
-- Who did not exist on the first day comes from 'arrived': 'new' is a segment, of those with few orders and a late one.

CREATE OR REPLACE TABLE rfm_moves AS
WITH newest AS (SELECT as_of AS to_day FROM as_of_dates WHERE role = 'now'),
pairs AS (
  SELECT DISTINCT as_of AS from_day, to_day
  FROM as_of_dates, newest
  WHERE is_start
  QUALIFY as_of = max(as_of) OVER () OR as_of = max(as_of) FILTER (as_of <= to_day - INTERVAL '10 months 15 days') OVER ()
),
before AS (
  SELECT from_day, to_day, customer_id, segment, revenue
  FROM pairs
  JOIN rfm ON rfm.as_of = from_day
  JOIN segments ON segments.r = rfm.r AND segments.f = rfm.f
  JOIN activity USING (as_of, customer_id)
),
after_recomputed AS (
  SELECT from_day, to_day, 'recomputed' AS thresholds, customer_id, segment, revenue
  FROM pairs
  JOIN rfm ON rfm.as_of = to_day
  JOIN segments ON segments.r = rfm.r AND segments.f = rfm.f
  JOIN activity USING (as_of, customer_id)
),
after_frozen AS (
  SELECT from_day, to_day, 'frozen' AS thresholds, customer_id, segment, revenue
  FROM pairs
  JOIN rfm_breaks ON rfm_breaks.as_of = from_day
  JOIN activity ON activity.as_of = to_day AND first_order_on IS NOT NULL
  JOIN segments ON segments.r = 5 - breaks_below(recency_days::DOUBLE, recency_breaks)
               AND segments.f = 1 + breaks_below(orders::DOUBLE, frequency_breaks)
),
moved AS (
  SELECT after.*, before.segment AS from_segment, before.revenue AS revenue_before
  FROM (FROM after_recomputed UNION ALL FROM after_frozen) AS after
  LEFT JOIN before USING (from_day, to_day, customer_id)
)
SELECT from_day,
       to_day,
       thresholds,
       customer_id,
       coalesce(from_segment, 'arrived') AS from_class,
       segment AS to_class,
       coalesce(revenue_before, 0)::DECIMAL(24, 4) AS money_before,
       revenue AS money_after
FROM moved;

CREATE OR REPLACE TABLE rfm_movement AS
SELECT from_day,
       to_day,
       thresholds,
       from_class,
       to_class,
       count(*) AS customers,
       sum(money_before)::DECIMAL(24, 4) AS money_before,
       sum(money_after)::DECIMAL(24, 4) AS money_after
FROM rfm_moves
GROUP BY ALL;
