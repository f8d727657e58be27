-- Customers by satisfaction and by whether they bought again, at the newest date: each by its newest answer whose buying
-- can be told, else its newest. Reads  survey_status.

WITH answers AS (
  SELECT customer_id, difference >= 0 AS satisfied, buying
  FROM survey_status
  WHERE as_of = (SELECT max(as_of) FROM survey_status) AND difference IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY customer_id
                             ORDER BY buying IN ('buying', 'gone') DESC, responded_on DESC, sequence DESC) = 1
)
SELECT satisfied, buying, count(*) AS customers
FROM answers
GROUP BY satisfied, buying
ORDER BY satisfied DESC, list_position(['buying', 'gone', 'young', 'untold'], buying);
