-- What follows from the primary scheme's scores, and the order of the customers by revenue. Reads  activity, rfm, segments
-- (r, f, segment: all 25 cells, each once); variables keep_share, avoid_share, head_share.
-- Makes  rfm_ranks, one row per as-of date and existing customer:
--   product  r x f x m, largest first; equal products are ordered by what M counts, frequency, recency and customer_id
--   band     the first 20% keep, the last 20% avoid, those between invest
--   segment  the named cell of r x f
--   revenue_rank, revenue_before  the window's money, largest first (equal ones by customer_id), and that of all before
--   in_head  whether the customer is among the largest spenders that together make up 20% of the window's sales
--   decile, tercile  of the window's money, 1 = largest

CREATE OR REPLACE TABLE rfm_ranks AS
WITH scored AS (
  SELECT as_of, customer_id, r_primary::INTEGER * f_primary * m_primary AS product, r_primary AS r, f_primary AS f,
         revenue, m_value, f_value, r_value
  FROM rfm JOIN activity USING (as_of, customer_id)
),
populations AS (
  SELECT as_of,
         count(*) AS population,
         ceil(getvariable('keep_share')::DECIMAL(9, 6) * count(*))::BIGINT AS keep_to,
         (count(*) - floor(getvariable('avoid_share')::DECIMAL(9, 6) * count(*)))::BIGINT AS invest_to,
         getvariable('head_share')::DECIMAL(9, 6) * sum(revenue) AS head_to
  FROM scored
  GROUP BY as_of
),
products AS (
  SELECT as_of, product, (sum(count(*)) OVER (PARTITION BY as_of ORDER BY product DESC) - count(*))::INTEGER AS larger
  FROM scored
  GROUP BY as_of, product
),
ranked AS (
  SELECT as_of, customer_id, product, r, f, revenue,
         -- Each product is ordered by itself: the keys are fewer, and those who come before it are counted.
         row_number() OVER (PARTITION BY as_of, product ORDER BY m_value DESC, f_value DESC, r_value, customer_id)::INTEGER AS place,
         row_number() OVER by_revenue::INTEGER AS revenue_rank,
         (sum(revenue) OVER by_revenue - revenue)::DECIMAL(24, 4) AS revenue_before
  FROM scored
  WINDOW by_revenue AS (PARTITION BY as_of ORDER BY revenue DESC, customer_id ROWS UNBOUNDED PRECEDING)
)
SELECT as_of,
       customer_id,
       product::SMALLINT AS rfm_product,
       (larger + place)::INTEGER AS rfm_rank,
       CASE WHEN larger + place <= keep_to THEN 'keep' WHEN larger + place > invest_to THEN 'avoid' ELSE 'invest' END AS rfm_band,
       segment AS rfm_segment,
       revenue_rank,
       revenue_before,
       revenue > 0 AND revenue_before < head_to AS in_head,
       bin_of(revenue_rank, population, 10)::TINYINT AS decile,
       bin_of(revenue_rank, population, 3)::TINYINT AS tercile
FROM ranked JOIN populations USING (as_of) JOIN products USING (as_of, product) LEFT JOIN segments USING (r, f);
