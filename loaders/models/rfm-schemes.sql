-- RFM under the other schemes, 5 = best, and every scheme together. Reads  rfm_quintiles, rfm_breaks (see rfm.sql);
-- variables tie_policy (the primary scheme), fixed_recency, fixed_frequency, fixed_money, custom_recency,
-- custom_frequency, custom_money. Makes  rfm, one row per as-of date and existing customer: r, f, m of every scheme (r, f
-- and m themselves are the quintiles, equal values together; r_primary, … those of the primary scheme) and what was
-- scored (r_value in days, f_value, m_value); and views of it, rfm_schemes and rfm_primary.
--   nested   R in five equal parts; F in five within each R; M in five within each R and F (equal values together)
--   fixed    R: at most 7 days 5, 30 days 4, 60 days 3, 120 days 2, else 1; F and M by the breaks of the settings,
--            and by quintiles where there are none
--   airline  last purchase at most 1 month ago 5, 3 months 4, 6 months 3, 12 months 2, else 1; purchases in 24 months
--            at least 24 are 5, 11 are 4, 6 are 3, 2 are 2, else 1; mean spend in 24 months above 5000 is 5, 3000 is
--            4, 1000 is 3, 500 is 2, else 1
--   custom   equal parts, as many as the settings say, or the settings' own breaks

-- How many of the breaks a value lies above, of any number of breaks; breaks_below (see rfm.sql) does it for four.
CREATE OR REPLACE TEMP MACRO breaks_above(value, breaks) AS len(list_filter(breaks, lambda b: value > b))::TINYINT;

CREATE OR REPLACE TEMP TABLE within_r AS
SELECT as_of, r, settled(quantile_cont(orders, [0.2, 0.4, 0.6, 0.8])) AS breaks FROM rfm_quintiles GROUP BY as_of, r;

-- Days and numbers of orders are few: they are scored once each, and their customers look them up.
CREATE OR REPLACE TEMP TABLE recency_scores AS
SELECT as_of,
       recency_days,
       (5 - breaks_below(recency_days::DOUBLE, getvariable('fixed_recency')))::TINYINT AS r_fixed,
       CASE WHEN as_of - recency_days::INTEGER >= as_of - INTERVAL 1 MONTH THEN 5
            WHEN as_of - recency_days::INTEGER >= as_of - INTERVAL 3 MONTH THEN 4
            WHEN as_of - recency_days::INTEGER >= as_of - INTERVAL 6 MONTH THEN 3
            WHEN as_of - recency_days::INTEGER >= as_of - INTERVAL 12 MONTH THEN 2
            ELSE 1 END::TINYINT AS r_airline,
       (len(coalesce(getvariable('custom_recency'), recency_parts)) + 1
         - breaks_above(recency_days::DOUBLE, coalesce(getvariable('custom_recency'), recency_parts)))::TINYINT AS r_custom
FROM (SELECT DISTINCT as_of, recency_days FROM rfm_quintiles) JOIN rfm_breaks USING (as_of);

CREATE OR REPLACE TEMP TABLE frequency_scores AS
SELECT as_of,
       r,
       orders,
       (1 + breaks_below(orders::DOUBLE, within_r.breaks))::TINYINT AS f_nested,
       coalesce(1 + breaks_below(orders::DOUBLE, getvariable('fixed_frequency')), f)::TINYINT AS f_fixed,
       (1 + breaks_above(orders::DOUBLE, coalesce(getvariable('custom_frequency'), frequency_parts)))::TINYINT AS f_custom
FROM (SELECT DISTINCT as_of, r, orders, f FROM rfm_quintiles) JOIN rfm_breaks USING (as_of) JOIN within_r USING (as_of, r);

CREATE OR REPLACE TEMP TABLE within_rf AS
SELECT as_of, r, f_nested, settled(quantile_cont(money, [0.2, 0.4, 0.6, 0.8])) AS breaks
FROM rfm_quintiles JOIN frequency_scores USING (as_of, r, orders)
GROUP BY as_of, r, f_nested;

CREATE OR REPLACE TABLE rfm AS
WITH breaks AS (
  SELECT as_of, coalesce(getvariable('custom_money'), money_parts) AS custom_breaks FROM rfm_breaks
),
scored AS (
  SELECT as_of,
         customer_id,
         recency_days AS r_value, orders AS f_value, rfm_value AS m_value,
         r, f, m,
         r_ntile, f_ntile, m_ntile,
         r AS r_nested,
         f_nested,
         (1 + breaks_below(money, within_rf.breaks))::TINYINT AS m_nested,
         r_fixed,
         f_fixed,
         coalesce(1 + breaks_below(money, getvariable('fixed_money')), m)::TINYINT AS m_fixed,
         r_airline,
         CASE WHEN orders_in_24_months >= 24 THEN 5
              WHEN orders_in_24_months >= 11 THEN 4
              WHEN orders_in_24_months >= 6 THEN 3
              WHEN orders_in_24_months >= 2 THEN 2
              ELSE 1 END::TINYINT AS f_airline,
         (1 + breaks_below(mean_spend, [500, 1000, 3000, 5000]))::TINYINT AS m_airline,
         orders_in_24_months AS orders_24_months,
         mean_spend::DECIMAL(24, 4) AS mean_spend_24_months,
         r_custom,
         f_custom,
         (1 + breaks_above(money, custom_breaks))::TINYINT AS m_custom
  FROM rfm_quintiles
  JOIN breaks USING (as_of)
  JOIN recency_scores USING (as_of, recency_days)
  JOIN frequency_scores USING (as_of, r, orders)
  JOIN within_rf USING (as_of, r, f_nested)
)
SELECT *,
       CASE getvariable('tie_policy') WHEN 'ntile' THEN r_ntile WHEN 'nested' THEN r_nested WHEN 'fixed' THEN r_fixed
         WHEN 'airline' THEN r_airline ELSE r END AS r_primary,
       CASE getvariable('tie_policy') WHEN 'ntile' THEN f_ntile WHEN 'nested' THEN f_nested WHEN 'fixed' THEN f_fixed
         WHEN 'airline' THEN f_airline ELSE f END AS f_primary,
       CASE getvariable('tie_policy') WHEN 'ntile' THEN m_ntile WHEN 'nested' THEN m_nested WHEN 'fixed' THEN m_fixed
         WHEN 'airline' THEN m_airline ELSE m END AS m_primary
FROM scored;

CREATE OR REPLACE VIEW rfm_schemes AS
SELECT as_of, customer_id, r_nested, f_nested, m_nested, r_fixed, f_fixed, m_fixed, r_airline, f_airline, m_airline,
       orders_24_months, mean_spend_24_months, r_custom, f_custom, m_custom
FROM rfm;

CREATE OR REPLACE VIEW rfm_primary AS
SELECT as_of, customer_id, r_primary AS r, f_primary AS f, m_primary AS m FROM rfm;

DROP TABLE rfm_quintiles;
DROP TABLE within_r;
DROP TABLE recency_scores;
DROP TABLE frequency_scores;
DROP TABLE within_rf;
