-- Customers by level of each pyramid: metal at each as-of date, the others at the newest. Value types overlap; the
-- levels of the others part the customers, and beside them, as none, stand those who only gave back. The lifetime values are rounded one by one: their sum is then exact.

WITH newest AS (SELECT max(as_of) AS as_of FROM scores),
members AS (
  SELECT as_of, 'metal' AS pyramid, metal AS level, customer_id FROM metal_pyramid
  UNION ALL
  SELECT as_of, 'hsbc', hsbc, customer_id FROM hsbc_pyramid, newest
  UNION ALL
  SELECT as_of, 'chase', chase, customer_id FROM chase_pyramid, newest
  UNION ALL
  SELECT as_of, 'value_type', 'mvc', customer_id FROM value_types, newest WHERE mvc
  UNION ALL
  SELECT as_of, 'value_type', 'mgc', customer_id FROM value_types, newest WHERE mgc
  UNION ALL
  SELECT as_of, 'value_type', 'below_zero', customer_id FROM value_types, newest WHERE below_zero
  UNION ALL
  SELECT as_of, 'value_type', 'migrator', customer_id FROM value_types, newest WHERE migrator
)
SELECT as_of,
       pyramid,
       level,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       sum(minor(clv))::BIGINT AS clv
FROM members
JOIN scores USING (as_of, customer_id)
LEFT JOIN lifetime_values USING (as_of, customer_id)
GROUP BY as_of, pyramid, level
ORDER BY as_of,
         list_position(['metal', 'hsbc', 'chase', 'value_type'], pyramid),
         list_position(['diamond', 'gold', 'brass', 'lead', 'blue', 'green', 'red', 'transfer', 'exit', 'other',
                        'mvc', 'mgc', 'below_zero', 'migrator'], level),
         level;
