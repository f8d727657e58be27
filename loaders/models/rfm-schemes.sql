-- RFM under the other schemes, 5 = best. Reads  activity, purchases, as_of_dates, rfm (its r is the first axis of
-- nested); variables fixed_recency, fixed_frequency, fixed_money, bins, custom_recency, custom_frequency, custom_money.
-- Makes  rfm_schemes, one row per as-of date and existing customer:
--   nested   R in five equal parts; F in five within each R; M in five within each R and F (equal values together)
--   fixed    R: at most 7 days 5, 30 days 4, 60 days 3, 120 days 2, else 1; F and M by the breaks of the settings,
--            and by quintiles where there are none
--   airline  last purchase at most 1 month ago 5, 3 months 4, 6 months 3, 12 months 2, else 1; purchases in 24 months
--            at least 24 are 5, 11 are 4, 6 are 3, 2 are 2, else 1; mean spend in 24 months above 5000 is 5, 3000 is
--            4, 1000 is 3, 500 is 2, else 1
--   custom   equal parts, as many as the settings say, or the settings' own breaks

-- How many of the breaks a value lies above, of any number of breaks; breaks_below (see rfm.sql) does it for four.
CREATE OR REPLACE TEMP MACRO breaks_above(value, breaks) AS len(list_filter(breaks, lambda b: value > b))::TINYINT;

CREATE OR REPLACE TEMP TABLE existing AS
SELECT as_of, customer_id, last_order_on, recency_days::DOUBLE AS recency, orders::DOUBLE AS frequency,
       rfm_value::DOUBLE AS money, r, f, m
FROM activity JOIN rfm USING (as_of, customer_id);

CREATE OR REPLACE TEMP TABLE within_r AS
SELECT as_of, r, settled(quantile_cont(frequency, [0.2, 0.4, 0.6, 0.8])) AS breaks FROM existing GROUP BY as_of, r;

CREATE OR REPLACE TEMP TABLE nested_f AS
SELECT existing.*, 1 + breaks_below(frequency, breaks) AS f_nested FROM existing JOIN within_r USING (as_of, r);

CREATE OR REPLACE TEMP TABLE within_rf AS
SELECT as_of, r, f_nested, settled(quantile_cont(money, [0.2, 0.4, 0.6, 0.8])) AS breaks
FROM nested_f
GROUP BY as_of, r, f_nested;

CREATE OR REPLACE TEMP TABLE last_24_months AS
SELECT as_of, customer_id, sum(orders) AS orders, sum(amount) AS amount
FROM (SELECT DISTINCT as_of, (as_of - INTERVAL 24 MONTH)::DATE AS after FROM as_of_dates) AS days
JOIN purchases ON day <= as_of AND day > after
GROUP BY as_of, customer_id;

CREATE OR REPLACE TEMP MACRO equal_shares() AS
  list_transform(range(1, getvariable('bins')), lambda i: i / getvariable('bins'));

CREATE OR REPLACE TEMP TABLE equal_parts AS
SELECT as_of,
       settled(quantile_cont(recency, equal_shares())) AS recency_breaks,
       settled(quantile_cont(frequency, equal_shares())) AS frequency_breaks,
       settled(quantile_cont(money, equal_shares())) AS money_breaks
FROM existing
GROUP BY as_of;

CREATE OR REPLACE TABLE rfm_schemes AS
SELECT as_of,
       customer_id,
       nested_f.r AS r_nested,
       f_nested::TINYINT AS f_nested,
       (1 + breaks_below(nested_f.money, within_rf.breaks))::TINYINT AS m_nested,
       (5 - breaks_below(recency, getvariable('fixed_recency')))::TINYINT AS r_fixed,
       coalesce(1 + breaks_below(frequency, getvariable('fixed_frequency')), f)::TINYINT AS f_fixed,
       coalesce(1 + breaks_below(nested_f.money, getvariable('fixed_money')), m)::TINYINT AS m_fixed,
       CASE WHEN last_order_on >= as_of - INTERVAL 1 MONTH THEN 5
            WHEN last_order_on >= as_of - INTERVAL 3 MONTH THEN 4
            WHEN last_order_on >= as_of - INTERVAL 6 MONTH THEN 3
            WHEN last_order_on >= as_of - INTERVAL 12 MONTH THEN 2
            ELSE 1 END::TINYINT AS r_airline,
       CASE WHEN coalesce(last_24_months.orders, 0) >= 24 THEN 5
            WHEN last_24_months.orders >= 11 THEN 4
            WHEN last_24_months.orders >= 6 THEN 3
            WHEN last_24_months.orders >= 2 THEN 2
            ELSE 1 END::TINYINT AS f_airline,
       (1 + breaks_below(coalesce(last_24_months.amount / nullif(last_24_months.orders, 0), 0), [500, 1000, 3000, 5000]))::TINYINT
         AS m_airline,
       coalesce(last_24_months.orders, 0)::INTEGER AS orders_24_months,
       coalesce(last_24_months.amount / nullif(last_24_months.orders, 0), 0)::DECIMAL(24, 4) AS mean_spend_24_months,
       (len(coalesce(getvariable('custom_recency'), recency_breaks)) + 1
         - breaks_above(recency, coalesce(getvariable('custom_recency'), recency_breaks)))::TINYINT AS r_custom,
       (1 + breaks_above(frequency, coalesce(getvariable('custom_frequency'), frequency_breaks)))::TINYINT AS f_custom,
       (1 + breaks_above(nested_f.money, coalesce(getvariable('custom_money'), money_breaks)))::TINYINT AS m_custom
FROM nested_f
JOIN within_rf USING (as_of, r, f_nested)
JOIN equal_parts USING (as_of)
LEFT JOIN last_24_months USING (as_of, customer_id);

DROP TABLE existing;
DROP TABLE within_r;
DROP TABLE nested_f;
DROP TABLE within_rf;
DROP TABLE last_24_months;
DROP TABLE equal_parts;
