-- Hours to resolve the complaints opened in the window, in bands around the limit, by filters: as the cube
-- complaint-times, at any date. Reads  filter_rows, complaint_status; variable complaint_limit_hours.
WITH resolved AS (
  SELECT key, as_of, customer_id, hours / getvariable('complaint_limit_hours') AS times
  FROM filter_rows
  JOIN complaint_status USING (as_of, customer_id)
  WHERE in_window AND hours IS NOT NULL
),
banded AS (
  SELECT *,
         CASE WHEN times <= 0.5 THEN 1 WHEN times <= 1 THEN 2 WHEN times <= 2 THEN 3 WHEN times <= 4 THEN 4
              WHEN times <= 8 THEN 5 WHEN times <= 16 THEN 6 ELSE 7 END AS band
  FROM resolved
)
SELECT key, as_of,
       band AS time_band,
       (getvariable('complaint_limit_hours') * [0, 0.5, 1, 2, 4, 8, 16][band])::DOUBLE AS from_hours,
       (getvariable('complaint_limit_hours') * [0.5, 1, 2, 4, 8, 16, NULL][band])::DOUBLE AS to_hours,
       count(DISTINCT customer_id) AS customers,
       count(*) AS complaints
FROM banded
GROUP BY key, as_of, band
ORDER BY as_of, band, key;
