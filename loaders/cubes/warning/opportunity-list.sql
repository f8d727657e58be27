-- The newest opportunities; those to use first where they fall on one day. Reads  variable opportunities_listed (how many).

SELECT customer_id, name, kind, occurred_on, note, wallet_stage AS stage, fit
FROM opportunities LEFT JOIN accounts USING (customer_id)
ORDER BY occurred_on DESC, list_position(['use', 'guard', 'wait', 'open'], fit), customer_id, sequence
LIMIT getvariable('opportunities_listed');
