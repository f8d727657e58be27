-- Customers by satisfaction and by whether they bought again, by filters: as the cube survey-repurchase, at any date.
-- Reads  filter_rows, survey_status.
WITH answers AS (
  SELECT as_of, customer_id, difference >= 0 AS satisfied, buying
  FROM survey_status
  WHERE difference IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY as_of, customer_id
                             ORDER BY buying IN ('buying', 'gone') DESC, responded_on DESC, sequence DESC) = 1
)
SELECT key, as_of, satisfied, buying, count(*) AS customers
FROM filter_rows
JOIN answers USING (as_of, customer_id)
GROUP BY key, as_of, satisfied, buying
ORDER BY as_of, satisfied DESC, list_position(['buying', 'gone', 'young', 'untold'], buying), key;
