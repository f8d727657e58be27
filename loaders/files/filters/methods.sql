-- Customers known at each cut of the methods' comparison, in and outside the top 20% of each method, and what they then
-- brought, by filters as they stood at the cut. A method that is null ranks by just that: the best in hindsight.
-- The top is that of all customers. Reads  filter_rows, method_tops.
WITH tops AS (
  SELECT key, as_of, until, abc, rfm, clv, last_spend, recency, hindsight,
         count(*) AS customers,
         sum(minor(following)) AS following
  FROM filter_rows JOIN method_tops USING (as_of, customer_id)
  GROUP BY ALL
),
marked AS (
  SELECT key, as_of, until,
         unnest(['abc', 'rfm', 'clv', 'last_spend', 'recency', NULL]) AS method,
         unnest([abc, rfm, clv, last_spend, recency, hindsight]) AS in_top,
         customers, following
  FROM tops
)
SELECT key, as_of, until, method, in_top,
       sum(customers)::BIGINT AS customers,
       sum(following)::BIGINT AS following
FROM marked
GROUP BY key, as_of, until, method, in_top
ORDER BY as_of, method, in_top, key;
