-- The methods over all cuts: mean captured share with a 95% t interval (null below three cuts), and how often each was
-- best (ties count for both). The periods after the cuts overlap where they are longer than a quarter, so the interval
-- is narrower than as many independent periods would make it. Reads  variable smallest_cell, as methods.sql does.

WITH shown AS (
  SELECT *, captured = max(captured) OVER (PARTITION BY cut) AS won
  FROM methods_measured
  WHERE ceil(customers / 5) >= getvariable('smallest_cell')
),
means AS (
  SELECT method,
         count(*) AS cuts,
         sum(captured ORDER BY cut) / count(*) AS mean,
         count(*) FILTER (won) AS wins,
         sum(rank_correlation ORDER BY cut) / count(rank_correlation) AS rank_correlation
  FROM shown
  GROUP BY method
),
spreads AS (
  SELECT method, sqrt(sum((captured - mean) ** 2 ORDER BY cut) / (any_value(cuts) - 1) / any_value(cuts)) AS standard_error
  FROM shown JOIN means USING (method)
  GROUP BY method
  HAVING any_value(cuts) >= 3
),
-- Student's 97.5% points; there are at most eight past quarter ends.
student(cuts, t) AS (
  VALUES (3, 4.302652729911275), (4, 3.182446305284263), (5, 2.776445105198655),
         (6, 2.570581835636314), (7, 2.446911848791681), (8, 2.364624251010300)
)
SELECT method, cuts, mean,
       mean - t * standard_error AS low,
       mean + t * standard_error AS high,
       wins, rank_correlation
FROM means LEFT JOIN spreads USING (method) LEFT JOIN student USING (cuts)
ORDER BY mean DESC, method;
