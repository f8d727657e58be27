-- The simplest form: customers ranked by the window's spend at the newest date; the head that makes up 20% of sales, and
-- deciles and terciles, 1 = largest.

WITH newest AS (
  SELECT * FROM scores WHERE as_of = (SELECT max(as_of) FROM scores) AND is_customer
),
long AS (
  SELECT unnest([
           {'part': 'head', 'number': CASE WHEN in_head THEN 1 ELSE 2 END},
           {'part': 'decile', 'number': decile},
           {'part': 'tercile', 'number': tercile}
         ], recursive := true),
         orders, revenue, profit
  FROM newest
)
SELECT part, number,
       count(*) AS customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM long
GROUP BY part, number
ORDER BY list_position(['head', 'decile', 'tercile'], part), number;
