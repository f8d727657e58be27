-- Customers whom either of two methods has in its top 20% at each cut, and whom both have, by filters as they stood at the
-- cut: as the cube method-agreement, which is of the newest cut. Reads  filter_rows, method_tops.
WITH tops AS (
  SELECT key, as_of, until, [abc, rfm, clv, last_spend, recency] AS chosen, count(*) AS customers
  FROM filter_rows JOIN method_tops USING (as_of, customer_id)
  GROUP BY ALL
),
methods AS (
  SELECT unnest(['abc', 'rfm', 'clv', 'last_spend', 'recency']) AS method, generate_subscripts([1, 2, 3, 4, 5], 1) AS place
)
SELECT key, as_of, until,
       one.method AS one,
       other.method AS other,
       sum(customers)::BIGINT AS customers,
       coalesce(sum(customers) FILTER (chosen[one.place] AND chosen[other.place]), 0)::BIGINT AS both_customers
FROM tops
JOIN methods AS one ON true
JOIN methods AS other ON other.place > one.place
WHERE chosen[one.place] OR chosen[other.place]
GROUP BY key, as_of, until, one.method, one.place, other.method, other.place
ORDER BY as_of, one.place, other.place, key;
