-- Buying before and after complaints by how they were handled, and of the twins without one. Reads  complaint_twins.

WITH counted AS (
  SELECT handling, side,
         count(*) AS customers,
         count(*) FILTER (orders_after > 0) AS bought,
         sum(orders_before)::BIGINT AS orders_before,
         sum(orders_after)::BIGINT AS orders_after,
         minor(sum(revenue_before)) AS revenue_before,
         minor(sum(revenue_after)) AS revenue_after
  FROM complaint_twins
  GROUP BY handling, side
)
SELECT * REPLACE (CASE WHEN told(bought) IS NOT NULL AND told(customers - bought) IS NOT NULL THEN bought END AS bought)
FROM counted
ORDER BY list_position(['well', 'poorly', 'unasked', 'unresolved'], handling), side;
