-- Whether a customer went on buying after a complaint or a survey's answer.
-- Reads  complaints, surveys, purchases, as_of_dates; variable service_gap_multiple (how many of the customer's usual
--        gaps it has in which to buy again).
-- Makes  service_buying, one row per as-of date and complaint opened, or survey answered, by then: anchor_on, the day
--        from which it counts (the resolution; the opening where there is none by the date; the answer), usual_gap in
--        days and buying:
--   untold  had not bought by the anchor, or nobody has ever bought twice: there is no gap to measure by
--   young   its time is not up at the as-of date. Who has bought by then is here too: to count early buyers and leave
--           out those who may still come would flatter the share
--   buying  bought within its time, the anchor's own day aside
--   gone    did not
-- The usual gap is the median between the customer's own days with an order up to the anchor; for one with a single such
-- day, the median of everyone's gaps up to the as-of date.

CREATE OR REPLACE TEMP TABLE service_anchors AS
WITH days AS (SELECT DISTINCT as_of FROM as_of_dates WHERE role IN ('now', 'quarter_end'))
SELECT as_of, 'complaint' AS about, sequence, customer_id,
       CASE WHEN resolved_on BETWEEN opened_on AND as_of THEN resolved_on ELSE opened_on END AS anchor_on
FROM days JOIN complaints ON opened_on <= as_of
UNION ALL
SELECT as_of, 'survey', sequence, customer_id, responded_on
FROM days JOIN surveys ON responded_on BETWEEN sent_on AND as_of;

CREATE OR REPLACE TABLE service_buying AS
WITH pairs AS (SELECT DISTINCT customer_id, anchor_on FROM service_anchors),
visits AS (
  SELECT customer_id, day, day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap
  FROM purchases
  WHERE orders > 0 AND EXISTS (FROM service_anchors)
),
everyone AS (
  SELECT as_of, median(gap) AS gap FROM (SELECT DISTINCT as_of FROM service_anchors) JOIN visits ON day <= as_of GROUP BY as_of
),
own AS (
  SELECT customer_id, anchor_on,
         median(gap) FILTER (day <= anchor_on) AS gap,
         bool_or(day <= anchor_on) AS had_bought,
         min(day) FILTER (day > anchor_on) AS next_on
  FROM pairs JOIN visits USING (customer_id)
  GROUP BY customer_id, anchor_on
),
times AS (
  SELECT service_anchors.*, had_bought, next_on, coalesce(own.gap, everyone.gap) AS usual_gap
  FROM service_anchors
  LEFT JOIN own USING (customer_id, anchor_on)
  LEFT JOIN everyone USING (as_of)
)
SELECT as_of, about, sequence, customer_id, anchor_on, usual_gap,
       CASE WHEN had_bought IS NOT TRUE OR usual_gap IS NULL THEN 'untold'
            WHEN as_of - anchor_on < getvariable('service_gap_multiple') * usual_gap THEN 'young'
            WHEN next_on - anchor_on <= getvariable('service_gap_multiple') * usual_gap THEN 'buying'
            ELSE 'gone' END AS buying
FROM times;

DROP TABLE service_anchors;
