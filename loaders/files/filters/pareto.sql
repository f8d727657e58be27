-- Customers on the ledger by the size of their money, two bins an octave, by filters: enough for a curve that is ranked
-- anew inside a filter. The bin is 1000 more for profit; below zero it is negative. Where small cells are suppressed they
-- are existing customers in the bins of told-ends.sql. Reads  filter_rows, activity, told_bins; variable smallest_cell.
WITH money AS (
  SELECT key, as_of, customer_id, unnest([0, 1]) AS measure, unnest([minor(revenue), minor(profit)]) AS amount
  FROM filter_rows JOIN activity USING (as_of, customer_id)
  WHERE getvariable('smallest_cell') = 1 OR first_order_on IS NOT NULL
)
SELECT key, as_of,
       measure * 1000
         + coalesce(bin, 500 + CASE WHEN amount = 0 THEN 0 ELSE sign(amount) * (1 + floor(2 * log2(abs(amount)))) END)::INTEGER AS bin,
       count(*) AS customers,
       sum(amount)::BIGINT AS amount
FROM money LEFT JOIN told_bins USING (as_of, customer_id, measure)
WHERE amount IS NOT NULL
GROUP BY ALL
ORDER BY as_of, bin, key;
