-- What each score means at the newest date: the smallest and the largest value that got it. Where small cells are
-- suppressed the two outer ends stay open: each is what one customer spent.

WITH long AS (
  SELECT scheme, 'r' AS axis, r AS score, recency_days::BIGINT AS value FROM newest_schemes
  UNION ALL SELECT scheme, 'f', f, f_value::BIGINT FROM newest_schemes
  UNION ALL SELECT scheme, 'm', m, m_value FROM newest_schemes
),
ranged AS (
  SELECT scheme, axis, score, min(value) AS lowest, max(value) AS highest, count(*) AS customers,
         min(min(value)) OVER (PARTITION BY scheme, axis) AS least,
         max(max(value)) OVER (PARTITION BY scheme, axis) AS most
  FROM long
  GROUP BY scheme, axis, score
)
SELECT scheme, axis, score,
       CASE WHEN getvariable('smallest_cell') = 1 OR lowest > least THEN lowest END AS lowest,
       CASE WHEN getvariable('smallest_cell') = 1 OR highest < most THEN highest END AS highest,
       customers
FROM ranged
ORDER BY scheme_place(scheme), axis, score DESC;
