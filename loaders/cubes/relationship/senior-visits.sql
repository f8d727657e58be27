-- Stable and strategic accounts that no manager or higher has visited of late, at the newest date, the largest by revenue.
-- Empty without the interactions export: nothing is known of visits then.
-- Reads  scores, contact_pattern, accounts, inputs; variable members (how many).

SELECT customer_id,
       name,
       wallet_stage AS stage,
       wallet_share AS share,
       senior_visit_on,
       minor(revenue) AS revenue
FROM scores
LEFT JOIN contact_pattern USING (as_of, customer_id)
LEFT JOIN accounts USING (customer_id)
WHERE as_of = (SELECT max(as_of) FROM scores)
  AND wallet_stage IN ('stable', 'strategic')
  AND NOT coalesce(senior_visit_regular, false)
  AND EXISTS (SELECT 1 FROM inputs WHERE export = 'interactions')
ORDER BY scores.revenue DESC, customer_id
LIMIT getvariable('members');
