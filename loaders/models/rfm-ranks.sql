-- What follows from the primary scheme's scores. Reads  activity, rfm, rfm_schemes, segments (r, f, segment: all 25
-- cells, each once); variables tie_policy (the primary scheme), keep_share, avoid_share, head_share.
-- Makes  rfm_primary (as_of, customer_id, r, f, m), and rfm_ranks, one row per as-of date and existing customer:
--   product  r x f x m, largest first; equal products are ordered by what M counts, frequency, recency and customer_id
--   band     the first 20% keep, the last 20% avoid, those between invest
--   segment  the named cell of r x f
--   in_head  whether the customer is among the largest spenders that together make up 20% of the window's sales
--   decile, tercile  of the window's money, 1 = largest

CREATE OR REPLACE TABLE rfm_primary AS
SELECT as_of,
       customer_id,
       CASE getvariable('tie_policy') WHEN 'ntile' THEN r_ntile WHEN 'nested' THEN r_nested WHEN 'fixed' THEN r_fixed
         WHEN 'airline' THEN r_airline ELSE r END AS r,
       CASE getvariable('tie_policy') WHEN 'ntile' THEN f_ntile WHEN 'nested' THEN f_nested WHEN 'fixed' THEN f_fixed
         WHEN 'airline' THEN f_airline ELSE f END AS f,
       CASE getvariable('tie_policy') WHEN 'ntile' THEN m_ntile WHEN 'nested' THEN m_nested WHEN 'fixed' THEN m_fixed
         WHEN 'airline' THEN m_airline ELSE m END AS m
FROM rfm JOIN rfm_schemes USING (as_of, customer_id);

CREATE OR REPLACE TABLE rfm_ranks AS
WITH scored AS (
  SELECT as_of, customer_id, r::INTEGER * f * m AS product, r, f, revenue, rfm_value, orders, recency_days
  FROM rfm_primary JOIN activity USING (as_of, customer_id)
),
lines AS (
  SELECT as_of,
         ceil(getvariable('keep_share')::DECIMAL(9, 6) * count(*))::BIGINT AS keep_to,
         (count(*) - floor(getvariable('avoid_share')::DECIMAL(9, 6) * count(*)))::BIGINT AS invest_to,
         getvariable('head_share')::DECIMAL(9, 6) * sum(revenue) AS head_to
  FROM scored
  GROUP BY as_of
),
ranked AS (
  SELECT *,
         row_number() OVER (PARTITION BY as_of ORDER BY product DESC, rfm_value DESC, orders DESC, recency_days, customer_id) AS place,
         sum(revenue) OVER by_money - revenue AS before,
         ntile(10) OVER (PARTITION BY as_of ORDER BY revenue DESC, customer_id) AS decile,
         ntile(3) OVER (PARTITION BY as_of ORDER BY revenue DESC, customer_id) AS tercile
  FROM scored
  WINDOW by_money AS (PARTITION BY as_of ORDER BY revenue DESC, customer_id ROWS UNBOUNDED PRECEDING)
)
SELECT as_of,
       customer_id,
       product::SMALLINT AS rfm_product,
       place::INTEGER AS rfm_rank,
       CASE WHEN place <= keep_to THEN 'keep' WHEN place > invest_to THEN 'avoid' ELSE 'invest' END AS rfm_band,
       segment AS rfm_segment,
       revenue > 0 AND before < head_to AS in_head,
       decile::TINYINT AS decile,
       tercile::TINYINT AS tercile
FROM ranked JOIN lines USING (as_of) LEFT JOIN segments USING (r, f);
