-- What each score means at the newest date: the smallest and the largest value that got it. Where small cells are
-- suppressed the two outer ends stay open: each is what one customer spent.

WITH newest AS (
  SELECT * FROM scores WHERE as_of = (SELECT max(as_of) FROM scores) AND is_customer
),
long AS (
  SELECT 'together' AS policy, 'r' AS axis, r AS score, recency_days::BIGINT AS value FROM newest
  UNION ALL SELECT 'together', 'f', f, orders::BIGINT FROM newest
  UNION ALL SELECT 'together', 'm', m, minor(revenue) FROM newest
  UNION ALL SELECT 'ntile', 'r', r_ntile, recency_days::BIGINT FROM newest
  UNION ALL SELECT 'ntile', 'f', f_ntile, orders::BIGINT FROM newest
  UNION ALL SELECT 'ntile', 'm', m_ntile, minor(revenue) FROM newest
)
SELECT policy, axis, score,
       CASE WHEN getvariable('smallest_cell') = 1 OR score <> CASE axis WHEN 'r' THEN 5 ELSE 1 END THEN min(value) END AS lowest,
       CASE WHEN getvariable('smallest_cell') = 1 OR score <> CASE axis WHEN 'r' THEN 1 ELSE 5 END THEN max(value) END AS highest,
       count(*) AS customers
FROM long
GROUP BY policy, axis, score
ORDER BY policy DESC, axis, score DESC;
