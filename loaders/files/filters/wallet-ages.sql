-- How old the wallet figures are, by filters: as the cube wallet-ages. Reads  filter_rows, wallet; variable wallet_age_days.
WITH aged AS (
  SELECT key, as_of, wallet_stage AS stage, category_spend, gap,
         len(list_filter(getvariable('wallet_age_days'), lambda days: figure_days_ago > days))::INTEGER + 1 AS band
  FROM filter_rows
  JOIN wallet USING (as_of, customer_id)
)
SELECT key, as_of, stage,
       coalesce(getvariable('wallet_age_days')[band - 1] + 1, 0)::INTEGER AS from_days,
       getvariable('wallet_age_days')[band]::INTEGER AS to_days,
       count(*) AS customers,
       minor(sum(category_spend)) AS category_spend,
       minor(sum(gap)) AS gap
FROM aged
GROUP BY key, as_of, stage, band
ORDER BY as_of, stage, band, key;
