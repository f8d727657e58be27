-- The wallet stages by filters: as the cube wallet. Reads  filter_rows, scores, wallet.
-- Money is null where nobody of the stage has a figure; who has none among others adds nothing.
SELECT key, as_of,
       scores.wallet_stage AS stage,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       CASE WHEN sum(sum(wallet.category_spend)) OVER whole IS NOT NULL THEN coalesce(minor(sum(wallet.category_spend)), 0) END AS category_spend,
       CASE WHEN sum(sum(wallet.ours)) OVER whole IS NOT NULL THEN coalesce(minor(sum(wallet.ours)), 0) END AS ours,
       CASE WHEN sum(sum(wallet.gap)) OVER whole IS NOT NULL THEN coalesce(minor(sum(wallet.gap)), 0) END AS gap
FROM filter_rows
JOIN scores USING (as_of, customer_id)
LEFT JOIN wallet USING (as_of, customer_id)
GROUP BY key, as_of, stage
WINDOW whole AS (PARTITION BY as_of, stage)
ORDER BY as_of, stage, key;
