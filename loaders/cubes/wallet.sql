-- Share-of-wallet stages at each as-of date, with the money that others get.

SELECT as_of,
       wallet_stage AS stage,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       minor(sum(category_spend)) AS category_spend,
       minor(sum(wallet_gap)) AS gap
FROM scores
GROUP BY as_of, stage
ORDER BY as_of, stage;
