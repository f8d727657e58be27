-- What the buy-till-you-die models know of each customer at each as-of date: BTYD's own words, which are not RFM's.
-- Reads  purchases, as_of_dates; variables has_profit, margin (share of revenue that is profit where lines carry no
--        cost, or null). Makes  purchase_histories (temporary), one row per date and existing customer:
--   frequency       days with a purchase after the first (several orders on a day count once)
--   recency_days    from the first to the last purchase
--   age_days        from the first purchase to the date
--   mean_repeat     money after the day of the first purchase, less what was refunded since, per repeat purchase day;
--                   null for one-time buyers
--   revenue_ever    money so far
--   historic        profit so far, or revenue where the exports give no profit
--   costed_revenue  the part of the money so far whose profit is known

-- Profit without a margin has a branch of its own: see activity.sql.
CREATE OR REPLACE TEMP TABLE purchase_histories AS
WITH days AS (SELECT as_of FROM as_of_dates WHERE role IN ('now', 'quarter_end')),
firsts AS (SELECT customer_id, min(day) AS first_on FROM purchases WHERE orders > 0 GROUP BY customer_id)
SELECT as_of,
       customer_id,
       (count(*) FILTER (orders > 0) - 1)::INTEGER AS frequency,
       (max(day) FILTER (orders > 0) - first_on)::INTEGER AS recency_days,
       (as_of - first_on)::INTEGER AS age_days,
       sum(amount) FILTER (day > first_on)::DOUBLE / nullif(count(*) FILTER (orders > 0) - 1, 0) AS mean_repeat,
       sum(amount)::DECIMAL(24, 4) AS revenue_ever,
       CASE WHEN getvariable('has_profit') AND getvariable('margin') IS NULL THEN sum(costed_profit)::DECIMAL(24, 4)
            WHEN getvariable('has_profit')
              THEN sum(costed_profit + uncosted_amount * getvariable('margin')::DECIMAL(6, 4))::DECIMAL(24, 4)
            ELSE sum(amount)::DECIMAL(24, 4) END AS historic,
       (CASE WHEN getvariable('margin')::DECIMAL(6, 4) IS NULL THEN sum(amount - uncosted_amount)
             ELSE sum(amount) END)::DECIMAL(24, 4) AS costed_revenue
FROM purchases JOIN firsts USING (customer_id) JOIN days ON day <= as_of AND first_on <= as_of
GROUP BY as_of, customer_id, first_on;
