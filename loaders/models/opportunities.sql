-- The eight opportunities of late, matched with each account's stage of share of wallet at the newest date.
-- Reads  events, scores; variable opportunity_days. Makes  opportunities (customer_id, kind, occurred_on, note,
--        wallet_stage, fit, sequence), one row per event of the last 365 days:
--   use    development and initial cooperation, and interrupted (chosen: to win back): the rival's weakness is the way in
--   wait   weak_relationship at development or interrupted: the source uses it only once goods have been bought
--   guard  stable and strategic (chosen): here the same event is the rival's way in
--   open   the share is unknown, or the account only gave back and is at no stage

CREATE OR REPLACE TABLE opportunities AS
WITH today AS (SELECT max(as_of) AS as_of FROM scores)
SELECT events.customer_id,
       kind,
       occurred_on,
       note,
       coalesce(wallet_stage, 'unknown') AS wallet_stage,
       CASE WHEN coalesce(wallet_stage, 'unknown') IN ('unknown', 'none') THEN 'open'
            WHEN wallet_stage IN ('stable', 'strategic') THEN 'guard'
            WHEN kind = 'weak_relationship' AND wallet_stage IN ('development', 'interrupted') THEN 'wait'
            ELSE 'use' END AS fit,
       sequence
FROM today
JOIN events ON occurred_on <= today.as_of AND occurred_on > today.as_of - getvariable('opportunity_days')::INTEGER
LEFT JOIN scores ON scores.as_of = today.as_of AND scores.customer_id = events.customer_id;
