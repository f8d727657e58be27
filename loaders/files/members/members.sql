-- The largest customers by revenue, or by profit of the kind that is ranked by it, of each class of a kind, under each key
-- of the filters, at the newest date.
-- Reads  member_numbers, scores, rfm_primary, metal_pyramid, activity; variables members_kind ('rfm', 'grid',
--        'wallet', 'abc', 'metal', 'segment', 'pareto' or 'profit'), members_most (how many of each), filter_date, abc_preset,
--        abc_measure.
-- Makes  code, key, rank, place (the place in the order that the class is listed in, from 0: the rank, or that by profit).
-- A class is as the filters' table of the same kind counts it; of a Pareto curve's points there is one for all, since
-- each holds the largest of the ledger.
WITH classed AS (
  SELECT as_of, customer_id, r::VARCHAR || f || m AS code
  FROM rfm_primary
  WHERE getvariable('members_kind') = 'rfm'
  UNION ALL
  SELECT as_of, customer_id, coalesce(personal::INTEGER * 10 + company, 0)::VARCHAR
  FROM scores
  WHERE getvariable('members_kind') = 'grid'
  UNION ALL
  SELECT as_of, customer_id, wallet_stage
  FROM scores
  WHERE getvariable('members_kind') = 'wallet' AND NOT is_refund_only
  UNION ALL
  SELECT as_of, customer_id,
         CASE getvariable('abc_preset') || ' ' || getvariable('abc_measure')
           WHEN 'by-customers revenue' THEN abc_customers_revenue
           WHEN 'by-customers profit' THEN abc_customers_profit
           WHEN 'by-value revenue' THEN abc_value_revenue
           ELSE abc_value_profit END
  FROM scores
  WHERE getvariable('members_kind') = 'abc'
    AND (is_customer OR is_refund_only)
    AND (getvariable('abc_measure') = 'revenue' OR profit IS NOT NULL)
  UNION ALL
  SELECT as_of, customer_id, metal
  FROM metal_pyramid
  WHERE getvariable('members_kind') = 'metal' AND is_customer
  UNION ALL
  SELECT as_of, customer_id, rfm_segment
  FROM scores JOIN rfm_primary USING (as_of, customer_id)
  WHERE getvariable('members_kind') = 'segment'
  UNION ALL
  SELECT as_of, customer_id, 'all'
  FROM activity
  WHERE getvariable('members_kind') = 'pareto' OR (getvariable('members_kind') = 'profit' AND profit IS NOT NULL)
),
placed AS (
  SELECT customer_id, row_number() OVER (ORDER BY profit DESC, customer_id) - 1 AS by_profit
  FROM activity
  WHERE as_of = getvariable('filter_date') AND profit IS NOT NULL
)
SELECT code, key, rank,
       (CASE WHEN getvariable('members_kind') = 'profit' THEN by_profit ELSE rank END)::INTEGER AS place
FROM member_numbers
JOIN classed USING (as_of, customer_id)
LEFT JOIN placed USING (customer_id)
WHERE as_of = getvariable('filter_date') AND code IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY code, key ORDER BY place) <= getvariable('members_most')
ORDER BY code, place;
