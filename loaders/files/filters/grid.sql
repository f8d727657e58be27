-- The 25 squares by filters: personal level times 10 plus company level, 0 for those not assessed. Reads  filter_rows,
-- scores; variables filter_date, stale_after_days.
SELECT key, coalesce(personal::INTEGER * 10 + company, 0) AS cell,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       count(*) FILTER (assessed_days_ago > getvariable('stale_after_days')) AS stale
FROM filter_rows JOIN scores USING (as_of, customer_id)
WHERE as_of = getvariable('filter_date')
GROUP BY ALL
ORDER BY key, cell;
