-- Hours to resolve the complaints opened in the window, in bands, at the newest date. Reads  complaint_status; variable
-- complaint_limit_hours. The bands are multiples of the limit, which itself is inside: (0, L], (L, 2L], (2L, 4L] …

WITH resolved AS (
  SELECT customer_id, hours / getvariable('complaint_limit_hours') AS times
  FROM complaint_status
  WHERE in_window AND hours IS NOT NULL AND as_of = (SELECT max(as_of) FROM complaint_status)
),
banded AS (
  SELECT customer_id,
         CASE WHEN times <= 0.5 THEN 1 WHEN times <= 1 THEN 2 WHEN times <= 2 THEN 3 WHEN times <= 4 THEN 4
              WHEN times <= 8 THEN 5 WHEN times <= 16 THEN 6 ELSE 7 END AS band
  FROM resolved
)
SELECT band,
       getvariable('complaint_limit_hours') * [0, 0.5, 1, 2, 4, 8, 16][band] AS from_hours,
       getvariable('complaint_limit_hours') * [0.5, 1, 2, 4, 8, 16, NULL][band] AS to_hours,
       count(*) AS complaints,
       count(DISTINCT customer_id) AS customers
FROM banded
GROUP BY band
ORDER BY band;
