-- Opportunity events of late by kind and wallet stage, by filters: as the cube opportunities. Reads  filter_rows, opportunities.
SELECT key, as_of, kind, wallet_stage AS stage, fit,
       count(DISTINCT customer_id) AS customers,
       count(*) AS events
FROM filter_rows
JOIN opportunities USING (customer_id)
GROUP BY key, as_of, kind, wallet_stage, fit
ORDER BY as_of, kind, stage, key;
