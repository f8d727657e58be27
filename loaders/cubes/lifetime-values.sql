-- Customers in ten equal parts by lifetime value at each as-of date, those below zero apart: money in all, P(alive) and
-- purchases per customer. Equal values are ordered by customer_id.

WITH parted AS (
  SELECT *, ntile(10) OVER (PARTITION BY as_of ORDER BY clv DESC, customer_id) AS part, false AS below_zero
  FROM lifetime_values
  WHERE clv >= 0
  UNION ALL
  SELECT *, NULL, true FROM lifetime_values WHERE clv < 0
)
SELECT as_of, part, below_zero,
       count(*) AS customers,
       -- Doubles add up to what their order makes of them; decimals do not.
       round(sum(p_alive::DECIMAL(18, 12))::DOUBLE / count(p_alive), 6) AS p_alive,
       round(sum(expected_purchases::DECIMAL(28, 9))::DOUBLE / count(*), 6) AS expected_purchases,
       minor(sum(clv_historic)) AS clv_historic,
       minor(sum(clv_future)) AS clv_future,
       minor(sum(clv)) AS clv
FROM parted
GROUP BY as_of, part, below_zero
ORDER BY as_of, below_zero, part;
