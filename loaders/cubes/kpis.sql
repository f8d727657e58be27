-- Headline figures at the as-of date, at each past quarter end, and 3 and 12 months before. Reads  variable
-- smallest_cell: days with fewer customers are left out, and a top 20% that is fewer says nothing.

WITH at_day AS (
  SELECT role, window_from, activity.*
  FROM as_of_dates JOIN activity USING (as_of)
  WHERE role IN ('now', 'quarter_end') OR is_whole
),
ranked AS (  -- equal revenues may stand in any order: all that is summed is the same
  SELECT role, as_of, revenue,
         row_number() OVER (PARTITION BY role, as_of ORDER BY revenue DESC) AS place,
         count(*) OVER (PARTITION BY role, as_of) AS n
  FROM at_day
),
concentration AS (
  SELECT role, as_of,
         sum(revenue) FILTER (place <= ceil(0.2 * n)) AS top20,
         bool_or(as_of NOT IN (SELECT as_of FROM told_ends)
                 OR (as_of, 'revenue', ceil(0.2 * n)::BIGINT) IN (SELECT (as_of, measure, place) FROM told_ends)) AS is_told_end,
         sum(revenue) AS total,
         gini(sum((n + 1 - 2 * place) * revenue), any_value(n), sum(abs(revenue))) AS gini
  FROM ranked
  GROUP BY role, as_of
)
SELECT at_day.as_of,
       role,
       count(first_order_on) AS customers,
       told_part(count(*) FILTER (orders > 0), count(first_order_on)) AS active_customers,
       told_part(count(*) FILTER (first_order_on >= window_from), count(first_order_on)) AS new_customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       told_share(any_value(top20), any_value(total), ceil(0.2 * count(*)), count(*), any_value(is_told_end)) AS top20_share,
       any_value(gini) AS gini,
       CASE WHEN at_day.as_of NOT IN (FROM left_out) THEN told(count(*) FILTER (first_order_on IS NULL)) END AS refund_only_customers,
       CASE WHEN at_day.as_of NOT IN (FROM left_out) THEN told(count(*) FILTER (revenue < 0)) END AS below_zero_customers,
       told(count(*) FILTER (revenue = 0)) AS at_zero_customers
FROM at_day JOIN concentration USING (role, as_of)
GROUP BY at_day.as_of, role
HAVING role = 'now' OR count(*) >= getvariable('smallest_cell')
ORDER BY at_day.as_of, role;
