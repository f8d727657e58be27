-- Existing customers by the size of what they brought in the window, two bins an octave, by filters: enough to rank those
-- whom a filter leaves anew, as the cube budget-curve does everyone. The bin is 1000 more for profit; below zero it is
-- negative. Accounts of a public industry are bins of their own. Reads  filter_rows, scores, public_accounts,
-- told_bins; variable smallest_cell: where small cells are suppressed, the bins are those of told-ends.sql, and it isn't told
-- who is public.
WITH money AS (
  SELECT key, as_of, customer_id,
         getvariable('smallest_cell') = 1 AND public_accounts.customer_id IS NOT NULL AS public,
         unnest([0, 1]) AS measure,
         unnest([minor(revenue), minor(profit)]) AS amount
  FROM filter_rows
  JOIN scores USING (as_of, customer_id)
  LEFT JOIN public_accounts USING (customer_id)
  WHERE is_customer
)
SELECT key, as_of,
       measure * 1000
         + coalesce(bin, 500 + CASE WHEN amount = 0 THEN 0 ELSE sign(amount) * (1 + floor(2 * log2(abs(amount)))) END)::INTEGER AS bin,
       public,
       count(*) AS customers,
       sum(amount)::BIGINT AS amount
FROM money LEFT JOIN told_bins USING (as_of, customer_id, measure)
WHERE amount IS NOT NULL
GROUP BY ALL
ORDER BY as_of, bin, public, key;
