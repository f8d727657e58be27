-- Whether customers buy more in the last six months than in the six before: the model {{name}}.
-- Reads  scores, purchases. Makes  a class for each customer at each as-of date, as the column {{column}} of scores.
-- A verdict at a date reads nothing later than the date; a customer whose class is null has none.

WITH halves AS (
  SELECT scores.as_of,
         customer_id,
         coalesce(sum(amount) FILTER (day > as_of - INTERVAL 6 MONTH), 0) AS later,
         coalesce(sum(amount) FILTER (day <= as_of - INTERVAL 6 MONTH), 0) AS earlier
  FROM scores JOIN purchases USING (customer_id)
  WHERE day <= as_of AND day > as_of - INTERVAL 12 MONTH
  GROUP BY ALL
)
SELECT as_of,
       customer_id,
       CASE WHEN later > earlier * 1.1 THEN 'growing'
            WHEN later < earlier * 0.9 THEN 'shrinking'
            WHEN later IS NOT NULL THEN 'steady' END AS {{column}}
FROM scores LEFT JOIN halves USING (as_of, customer_id)
WHERE is_customer;
