-- Who moved in the migration pyramid up to the newest date, from the last is_start before it and from the one nearest to
-- a year before, and the money that the levels are counted by (profit, or revenue where there is none).
-- Reads  as_of_dates, metal_pyramid, metal_bounds. Makes  metal_moves: each customer's levels and money by pair of days;
-- and metal_movement: customers and their money by pair of days and pair of levels; both with thresholds
--   recomputed  each day with its own lines: a customer may move because the others did
--   frozen      the second day with the amounts that bounded the levels on the first: a customer moves by its own money
-- Who was not on the ledger on the first day comes from 'arrived'. Nobody leaves the ledger: who has stopped buying is lead.
-- Who only gave back is none: it comes from there with its first order, and nobody goes there who was a customer.

CREATE OR REPLACE TABLE metal_moves AS
WITH spans AS (
  SELECT DISTINCT earlier.as_of AS first_day, today.as_of AS last_day
  FROM as_of_dates AS earlier, as_of_dates AS today
  WHERE earlier.is_start AND today.role = 'now'
  QUALIFY first_day = max(first_day) OVER ()
       OR first_day = max(first_day) FILTER (first_day <= last_day - INTERVAL '10 months 15 days') OVER ()
),
spanned AS (
  SELECT first_day, last_day, later.customer_id,
         coalesce(earlier.metal, 'arrived') AS from_class,
         coalesce(earlier.amount, 0) AS money_before,
         later.metal AS recomputed,
         CASE WHEN diamond_from IS NULL THEN NULL
              WHEN NOT later.is_customer THEN 'none'
              WHEN later.amount >= diamond_from THEN 'diamond'
              WHEN later.amount >= gold_from THEN 'gold'
              WHEN later.amount >= brass_from THEN 'brass'
              ELSE 'lead' END AS frozen,
         later.amount AS money_after
  FROM spans
  JOIN metal_pyramid AS later ON later.as_of = last_day
  LEFT JOIN metal_pyramid AS earlier ON earlier.as_of = first_day AND earlier.customer_id = later.customer_id
  LEFT JOIN metal_bounds ON metal_bounds.as_of = first_day
),
moved AS (
  SELECT 'recomputed' AS thresholds, recomputed AS to_class, * FROM spanned
  UNION ALL
  -- A first date without a positive amount has no lines to freeze.
  SELECT 'frozen', frozen, * FROM spanned WHERE frozen IS NOT NULL
)
SELECT first_day AS from_day, last_day AS to_day, thresholds, customer_id, from_class, to_class, money_before, money_after
FROM moved;

CREATE OR REPLACE TABLE metal_movement AS
SELECT from_day,
       to_day,
       thresholds,
       from_class,
       to_class,
       count(*) AS customers,
       sum(money_before)::DECIMAL(24, 4) AS money_before,
       sum(money_after)::DECIMAL(24, 4) AS money_after
FROM metal_moves
GROUP BY ALL;
