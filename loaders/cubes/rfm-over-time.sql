-- Customers by score at each as-of date, one axis at a time, under the primary scheme.

WITH long AS (
  SELECT as_of, unnest(['r', 'f', 'm']) AS axis, unnest([rfm_primary.r, rfm_primary.f, rfm_primary.m]) AS score, revenue
  FROM rfm_primary JOIN scores USING (as_of, customer_id)
)
SELECT as_of, axis, score, count(*) AS customers, minor(sum(revenue)) AS revenue
FROM long
GROUP BY as_of, axis, score
ORDER BY as_of, axis, score DESC;
