-- Class A accounts that were seen less than the plan's minimum, by the money they bring; class C accounts that were seen
-- more than its maximum, by how much. Reads  variable members (how many of each).

WITH accounts_seen AS (
  SELECT customer_id, class,
         sum(due)::BIGINT AS due,
         sum(met)::BIGINT AS met,
         sum(held)::BIGINT AS held,
         sum(over_contacts)::BIGINT AS over_contacts
  FROM visit_results
  GROUP BY customer_id, class
),
listed AS (
  SELECT 'under' AS list, * FROM accounts_seen WHERE class = 'A' AND met < due
  UNION ALL
  SELECT 'over', * FROM accounts_seen WHERE class = 'C' AND over_contacts > 0
),
placed AS (
  SELECT listed.*, name,
         coalesce(revenue, 0) AS revenue,
         CASE WHEN getvariable('has_profit') THEN coalesce(profit, 0) END AS profit,
         row_number() OVER (PARTITION BY list
                            ORDER BY CASE WHEN list = 'over' THEN over_contacts END DESC,
                                     CASE WHEN getvariable('has_profit') THEN coalesce(profit, 0) ELSE coalesce(revenue, 0) END DESC,
                                     customer_id) AS place
  FROM listed LEFT JOIN coverage_values USING (customer_id) LEFT JOIN accounts USING (customer_id)
)
SELECT list, customer_id, name, class, due, met, held, over_contacts,
       minor(revenue) AS revenue,
       minor(profit) AS profit
FROM placed
WHERE place <= getvariable('members')
ORDER BY list DESC, place;
