-- Customers by score at each date, one axis at a time, by filters: as the cube rfm-over-time. Reads  filter_rows,
-- rfm_primary.
WITH long AS (
  SELECT key, as_of, unnest([{'axis': 'r', 'score': r}, {'axis': 'f', 'score': f}, {'axis': 'm', 'score': m}], recursive := true)
  FROM filter_rows JOIN rfm_primary USING (as_of, customer_id)
)
SELECT key, as_of, axis, score::INTEGER AS score, count(*) AS customers
FROM long
GROUP BY ALL
ORDER BY as_of, axis, score DESC, key;
