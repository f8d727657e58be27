-- The migration pyramid: diamond, gold, brass, lead, at each as-of date of the report.
-- Reads  as_of_dates, activity; variables diamond_share, gold_share, brass_share (cumulative shares of the positive total).
-- Makes  metal_pyramid, one row per date and customer on the ledger: amount is the window's profit, or its revenue where
--        the exports give no profit. Largest amount first (equal ones by customer_id), diamond is up to 50% of the
--        positive total, gold up to 80%, brass up to 95%, lead the rest, with those who brought nothing or a loss; the
--        customer that crosses a line belongs to the level before it. Who only gave back is no customer: it stands outside
--        the shares and the levels, as none.
-- Makes  metal_bounds, one row per date with a positive amount: the smallest amount of each level, null where it has no
--        customers, so that no amount falls into it.

CREATE OR REPLACE TABLE metal_pyramid AS
WITH on_ledger AS (
  SELECT as_of, customer_id, first_order_on IS NOT NULL AS is_customer,
         CASE WHEN getvariable('has_profit') THEN profit ELSE revenue END AS amount
  FROM activity
  WHERE as_of IN (SELECT as_of FROM as_of_dates WHERE role IN ('now', 'quarter_end'))
),
lines AS (
  SELECT as_of,
         getvariable('diamond_share')::DECIMAL(9, 6) * sum(greatest(amount, 0)) AS diamond_to,
         getvariable('gold_share')::DECIMAL(9, 6) * sum(greatest(amount, 0)) AS gold_to,
         getvariable('brass_share')::DECIMAL(9, 6) * sum(greatest(amount, 0)) AS brass_to
  FROM on_ledger
  WHERE is_customer
  GROUP BY as_of
),
ranked AS (
  SELECT *, sum(amount) OVER largest_first - amount AS before
  FROM on_ledger
  -- Who only gave back comes last, after everyone who is ranked.
  WINDOW largest_first AS (PARTITION BY as_of ORDER BY is_customer DESC, amount DESC, customer_id ROWS UNBOUNDED PRECEDING)
)
SELECT as_of,
       customer_id,
       is_customer,
       amount,
       CASE WHEN NOT is_customer THEN 'none'
            WHEN amount <= 0 THEN 'lead'
            WHEN before < diamond_to THEN 'diamond'
            WHEN before < gold_to THEN 'gold'
            WHEN before < brass_to THEN 'brass'
            ELSE 'lead' END AS metal
FROM ranked LEFT JOIN lines USING (as_of);

CREATE OR REPLACE TABLE metal_bounds AS
SELECT as_of,
       min(amount) FILTER (metal = 'diamond') AS diamond_from,
       min(amount) FILTER (metal = 'gold') AS gold_from,
       min(amount) FILTER (metal = 'brass') AS brass_from
FROM metal_pyramid
GROUP BY as_of
HAVING diamond_from IS NOT NULL;
