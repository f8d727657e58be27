-- Customers by score at each as-of date, one axis at a time, under the primary scheme. Where small cells are suppressed
-- without their money: R, F and M overlap, and with segments and each other would tell that of a few.

WITH long AS (
  SELECT as_of, unnest(['r', 'f', 'm']) AS axis, unnest([rfm_primary.r, rfm_primary.f, rfm_primary.m]) AS score, revenue
  FROM rfm_primary JOIN scores USING (as_of, customer_id)
)
SELECT as_of, axis, score, count(*) AS customers,
       CASE WHEN getvariable('smallest_cell') = 1 THEN minor(sum(revenue)) END AS revenue
FROM long
GROUP BY as_of, axis, score
ORDER BY as_of, axis, score DESC;
