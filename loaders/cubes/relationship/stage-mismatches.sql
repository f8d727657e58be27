-- Accounts whose two stages disagree, at the newest date: a strategic or stable share on a low personal level (the
-- share has outrun the relationship), or an advanced relationship that brings less than a stable share.
-- Reads  variables mismatch_low_level, stable_from.

SELECT customer_id,
       name,
       grid_stage,
       wallet_stage,
       personal,
       company,
       wallet_share AS share,
       minor(revenue) AS revenue,
       CASE WHEN wallet_stage IN ('stable', 'strategic') THEN 'wallet_ahead' ELSE 'relationship_ahead' END AS kind
FROM scores LEFT JOIN accounts USING (customer_id)
WHERE as_of = (SELECT max(as_of) FROM scores)
  AND personal IS NOT NULL
  AND ((wallet_stage IN ('stable', 'strategic') AND personal <= getvariable('mismatch_low_level'))
       OR (wallet_stage IN ('development', 'initial', 'interrupted') AND grid_stage IN ('advanced', 'partner')))
ORDER BY kind DESC, scores.revenue DESC, customer_id;
