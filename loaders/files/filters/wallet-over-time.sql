-- Customers of each wallet stage at every date and their wallets, by filters: the cube wallet without its sales. Reads
-- filter_rows, scores, wallet.
SELECT key, as_of,
       scores.wallet_stage AS stage,
       count(*) AS customers,
       minor(sum(wallet.category_spend)) AS category_spend,
       minor(sum(wallet.gap)) AS gap
FROM filter_rows
JOIN scores USING (as_of, customer_id)
LEFT JOIN wallet USING (as_of, customer_id)
GROUP BY key, as_of, stage
ORDER BY as_of, stage, key;
