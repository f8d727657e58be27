-- Who bought in the year before last, and who of them no more in the last one, by filters of the day between the two years,
-- or the report's first day within three months after it: by the end whoever left is in no class. Dates without such a day
-- have no rows. As the cube churn. Reads  filter_rows, every_filter_row, churned.
WITH starts AS (
  SELECT days.as_of, min(known.as_of) AS from_day
  FROM (SELECT DISTINCT as_of FROM filter_rows) AS days
  JOIN (SELECT DISTINCT as_of FROM every_filter_row) AS known
    ON known.as_of BETWEEN days.as_of - INTERVAL 12 MONTH AND days.as_of - INTERVAL 9 MONTH
  GROUP BY days.as_of
)
SELECT key, churned.as_of, lost AS gone, count(*) AS customers, coalesce(minor(sum(amount_before)), 0) AS revenue
FROM churned
JOIN starts USING (as_of)
JOIN every_filter_row ON every_filter_row.as_of = from_day AND every_filter_row.customer_id = churned.customer_id
GROUP BY key, churned.as_of, lost
ORDER BY churned.as_of, lost, key;
