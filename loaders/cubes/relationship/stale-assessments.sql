-- The largest accounts by revenue whose newest assessment is older than the setting, at the newest date.
-- Reads  scores, accounts; variables stale_after_days, members (how many).

SELECT customer_id,
       name,
       grid_stage AS stage,
       assessed_on,
       assessed_days_ago AS days_ago,
       minor(revenue) AS revenue
FROM scores LEFT JOIN accounts USING (customer_id)
WHERE as_of = (SELECT max(as_of) FROM scores) AND assessed_days_ago > getvariable('stale_after_days')
ORDER BY scores.revenue DESC, customer_id
LIMIT getvariable('members');
