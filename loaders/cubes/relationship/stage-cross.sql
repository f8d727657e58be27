-- The two stage models crossed, at the newest date.

SELECT grid_stage, wallet_stage, count(*) AS customers, minor(sum(revenue)) AS revenue
FROM scores
WHERE as_of = (SELECT max(as_of) FROM scores)
GROUP BY grid_stage, wallet_stage
ORDER BY grid_stage, wallet_stage;
