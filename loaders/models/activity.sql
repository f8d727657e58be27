-- What each customer has done by each as-of date.
-- Reads  purchases, as_of_dates; variables margin (share of revenue that is profit where lines carry no cost, or null)
--        and rfm_value ('revenue', 'profit', 'quantity' or 'points': what M counts; with quantity RFM is RFA).
-- Makes  activity, one row per date and customer with anything on the ledger by then. A customer whose first order is
--        no refund exists from that day (first_order_on is not null); the others only gave back.

-- Profit without a margin, and each value of rfm_value, have a branch of their own: bringing decimals from one scale to
-- another costs more than all the rest.
CREATE OR REPLACE TABLE activity AS
WITH days AS (
  SELECT DISTINCT as_of, window_from, (as_of - INTERVAL 24 MONTH)::DATE AS after_24_months_ago FROM as_of_dates
),
counted AS (
  SELECT as_of,
         customer_id,
         min(day) FILTER (orders > 0) AS first_order_on,
         max(day) FILTER (orders > 0) AS last_order_on,
         as_of - max(day) FILTER (orders > 0) AS recency_days,
         coalesce(sum(orders) FILTER (day >= window_from), 0)::INTEGER AS orders,
         coalesce(sum(amount) FILTER (day >= window_from), 0)::DECIMAL(24, 4) AS revenue,
         CASE WHEN getvariable('has_profit') AND getvariable('margin') IS NULL
                THEN coalesce(sum(costed_profit) FILTER (day >= window_from), 0)::DECIMAL(24, 4)
              WHEN getvariable('has_profit')
                THEN coalesce(sum(costed_profit + uncosted_amount * getvariable('margin')::DECIMAL(6, 4))
                                FILTER (day >= window_from), 0)::DECIMAL(24, 4) END AS profit,
         sum(quantity) FILTER (day >= window_from)::DECIMAL(24, 6) AS quantity,
         sum(points) FILTER (day >= window_from)::DECIMAL(24, 6) AS points,
         coalesce(sum(orders) FILTER (day > after_24_months_ago), 0)::INTEGER AS orders_in_24_months,
         coalesce(sum(amount) FILTER (day > after_24_months_ago), 0)::DECIMAL(24, 4) AS revenue_in_24_months,
         sum(orders)::INTEGER AS orders_ever,
         sum(amount)::DECIMAL(24, 4) AS revenue_ever
  FROM days JOIN purchases ON day <= as_of
  GROUP BY as_of, customer_id
)
SELECT *,
       CASE getvariable('rfm_value')
         WHEN 'profit' THEN coalesce(profit, 0)
         WHEN 'quantity' THEN coalesce(quantity, 0)::DECIMAL(24, 4)
         WHEN 'points' THEN coalesce(points, 0)::DECIMAL(24, 4)
         ELSE revenue END AS rfm_value
FROM counted;
