-- The largest customers of each level at the newest date, without those who only gave back, who stand in none: by profit, or by revenue where there is none, then by
-- lifetime value, which orders those who have bought nothing of late. Reads  variable members (how many of each level).

WITH members AS (
  SELECT 'metal' AS pyramid, metal AS level, customer_id FROM metal_pyramid
  WHERE as_of = (SELECT max(as_of) FROM scores)
  UNION ALL
  SELECT 'hsbc', hsbc, customer_id FROM hsbc_pyramid
  UNION ALL
  SELECT 'chase', chase, customer_id FROM chase_pyramid
  UNION ALL
  SELECT 'value_type', 'mvc', customer_id FROM value_types WHERE mvc
  UNION ALL
  SELECT 'value_type', 'mgc', customer_id FROM value_types WHERE mgc
  UNION ALL
  SELECT 'value_type', 'below_zero', customer_id FROM value_types WHERE below_zero
  UNION ALL
  SELECT 'value_type', 'migrator', customer_id FROM value_types WHERE migrator
),
placed AS (
  SELECT members.*, name, scores.revenue, scores.profit, clv, p_alive, loyalty, value,
         row_number() OVER (PARTITION BY pyramid, level
                            ORDER BY coalesce(scores.profit, scores.revenue) DESC, clv DESC NULLS LAST, customer_id) AS place
  FROM members
  JOIN scores USING (customer_id)
  LEFT JOIN accounts USING (customer_id)
  LEFT JOIN lifetime_values USING (as_of, customer_id)
  LEFT JOIN hsbc_pyramid USING (customer_id)
  WHERE as_of = (SELECT max(as_of) FROM scores) AND NOT is_refund_only
)
SELECT pyramid, level, customer_id, name,
       minor(revenue) AS revenue,
       minor(profit) AS profit,
       minor(clv) AS clv,
       p_alive,
       loyalty,
       value
FROM placed
WHERE place <= getvariable('members')
ORDER BY list_position(['metal', 'hsbc', 'chase', 'value_type'], pyramid),
         list_position(['diamond', 'gold', 'brass', 'lead', 'blue', 'green', 'red', 'transfer', 'exit', 'other',
                        'mvc', 'mgc', 'below_zero', 'migrator'], level),
         level,
         place;
