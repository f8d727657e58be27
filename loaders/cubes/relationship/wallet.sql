-- Share-of-wallet stages at each as-of date: revenue in the report's window, our sales in the figures' own periods
-- (ours), and the money that others got in those periods. Reads  scores, wallet.

SELECT as_of,
       scores.wallet_stage AS stage,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       minor(sum(wallet.category_spend)) AS category_spend,
       minor(sum(wallet.ours)) AS ours,
       minor(sum(wallet.gap)) AS gap
FROM scores LEFT JOIN wallet USING (as_of, customer_id)
GROUP BY as_of, stage
ORDER BY as_of, stage;
