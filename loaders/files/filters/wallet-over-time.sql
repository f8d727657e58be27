-- Customers of each wallet stage at every date and their wallets, by filters: the cube wallet without its sales. Reads
-- filter_rows, scores, wallet. Money is null where nobody of the stage has a figure.
SELECT key, as_of,
       scores.wallet_stage AS stage,
       count(*) AS customers,
       CASE WHEN sum(sum(wallet.category_spend)) OVER whole IS NOT NULL THEN coalesce(minor(sum(wallet.category_spend)), 0) END AS category_spend,
       CASE WHEN sum(sum(wallet.gap)) OVER whole IS NOT NULL THEN coalesce(minor(sum(wallet.gap)), 0) END AS gap
FROM filter_rows
JOIN scores USING (as_of, customer_id)
LEFT JOIN wallet USING (as_of, customer_id)
GROUP BY key, as_of, stage
WINDOW whole AS (PARTITION BY as_of, stage)
ORDER BY as_of, stage, key;
