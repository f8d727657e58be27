-- How old the wallet figures are, by wallet stage, at the newest date; bands as in assessment-ages.
-- Reads  wallet, scores; variable wallet_age_days.

WITH aged AS (
  SELECT wallet_stage, category_spend, gap,
         len(list_filter(getvariable('wallet_age_days'), lambda days: figure_days_ago > days)) + 1 AS band
  FROM wallet
  WHERE as_of = (SELECT max(as_of) FROM scores)
)
SELECT wallet_stage AS stage,
       band,
       coalesce(getvariable('wallet_age_days')[band - 1] + 1, 0) AS from_days,
       getvariable('wallet_age_days')[band] AS to_days,
       count(*) AS customers,
       minor(sum(category_spend)) AS category_spend,
       minor(sum(gap)) AS gap
FROM aged
GROUP BY wallet_stage, band
ORDER BY wallet_stage, band;
