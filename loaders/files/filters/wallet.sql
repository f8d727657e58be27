-- The wallet stages by filters, 1 to 6 from development to unknown. Reads  filter_rows, scores; variable filter_date.
SELECT key,
       list_position(['development', 'initial', 'stable', 'strategic', 'interrupted', 'unknown'], wallet_stage) AS cell,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       minor(sum(category_spend)) AS category_spend,
       minor(sum(wallet_gap)) AS gap
FROM filter_rows JOIN scores USING (as_of, customer_id)
WHERE as_of = getvariable('filter_date')
GROUP BY ALL
ORDER BY key, cell;
