-- Customers by score at each as-of date, one axis at a time, under the primary tie policy.
-- Reads  variable tie_policy.

WITH long AS (
  SELECT as_of, 'r' AS axis, CASE getvariable('tie_policy') WHEN 'ntile' THEN r_ntile ELSE r END AS score, revenue
  FROM scores WHERE is_customer
  UNION ALL
  SELECT as_of, 'f', CASE getvariable('tie_policy') WHEN 'ntile' THEN f_ntile ELSE f END, revenue FROM scores WHERE is_customer
  UNION ALL
  SELECT as_of, 'm', CASE getvariable('tie_policy') WHEN 'ntile' THEN m_ntile ELSE m END, revenue FROM scores WHERE is_customer
)
SELECT as_of, axis, score, count(*) AS customers, minor(sum(revenue)) AS revenue
FROM long
GROUP BY as_of, axis, score
ORDER BY as_of, axis, score DESC;
