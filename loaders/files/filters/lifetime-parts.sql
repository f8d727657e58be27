-- Customers in ten equal parts by lifetime value, those below zero apart, by filters: as the cube lifetime-values, with the
-- sums of what it gives means of. A customer's part is that among everyone. Reads  filter_rows, lifetime_values.
WITH parted AS (
  SELECT *, ntile(10) OVER (PARTITION BY as_of ORDER BY clv DESC, customer_id) AS part, false AS below_zero
  FROM lifetime_values
  WHERE clv >= 0
  UNION ALL
  SELECT *, NULL, true FROM lifetime_values WHERE clv < 0
)
SELECT key, as_of,
       part::INTEGER AS part,
       below_zero,
       count(*) AS customers,
       -- Doubles add up to what their order makes of them; decimals do not.
       sum(p_alive::DECIMAL(18, 12))::DOUBLE AS p_alive_sum,
       sum(expected_purchases::DECIMAL(28, 9))::DOUBLE AS expected_sum,
       minor(sum(clv_historic)) AS clv_historic,
       minor(sum(clv_future)) AS clv_future,
       minor(sum(clv)) AS clv
FROM filter_rows JOIN parted USING (as_of, customer_id)
GROUP BY key, as_of, part, below_zero
ORDER BY as_of, below_zero, part, key;
