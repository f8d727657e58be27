-- The accounts with the largest wallet gap, at the newest date, without those who only gave back. Reads  wallet, scores (for the date), accounts; variable members (how many).

SELECT customer_id,
       name,
       wallet.wallet_stage AS stage,
       share,
       figure_on,
       figure_days_ago AS days_ago,
       basis,
       minor(wallet.category_spend) AS category_spend,
       minor(ours) AS ours,
       minor(gap) AS gap
FROM wallet
LEFT JOIN accounts USING (customer_id)
WHERE as_of = (SELECT max(as_of) FROM scores) AND wallet.gap > 0 AND wallet.wallet_stage <> 'none'
ORDER BY wallet.gap DESC, customer_id
LIMIT getvariable('members');
