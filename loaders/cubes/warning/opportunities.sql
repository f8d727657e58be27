-- Opportunity events of late by kind and stage of share of wallet.

SELECT kind,
       wallet_stage AS stage,
       any_value(fit) AS fit,
       count(DISTINCT customer_id) AS customers,
       count(*) AS events
FROM opportunities
GROUP BY kind, wallet_stage
ORDER BY kind, stage;
