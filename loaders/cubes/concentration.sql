-- How concentrated revenue and profit are at each as-of date, over all customers on the ledger, largest first. Shares are
-- of the net total (with losses the largest can bring more than all of it); HHI is over the positive shares alone.
-- Reads  variable smallest_cell: the share of fewer customers than that is not told.

WITH long AS (
  SELECT as_of, 'revenue' AS measure, revenue AS amount FROM scores WHERE is_customer OR is_refund_only
  UNION ALL
  SELECT as_of, 'profit', profit FROM scores WHERE profit IS NOT NULL AND (is_customer OR is_refund_only)
),
ranked AS (
  -- Equal amounts may stand in any order: all that is summed is the same.
  SELECT *, row_number() OVER (PARTITION BY as_of, measure ORDER BY amount DESC) AS place FROM long
),
totals AS (
  SELECT as_of, measure,
         count(*) AS n,
         ceil(0.01 * count(*))::BIGINT AS n1,
         ceil(0.05 * count(*))::BIGINT AS n5,
         ceil(0.1 * count(*))::BIGINT AS n10,
         ceil(0.2 * count(*))::BIGINT AS n20,
         sum(amount) FILTER (amount > 0) AS positive
  FROM long
  GROUP BY as_of, measure
),
summed AS (
  SELECT as_of, measure, any_value(n) AS n, sum(amount) AS total,
         sum(amount) FILTER (place <= n1) AS top1,
         sum(amount) FILTER (place <= n5) AS top5,
         sum(amount) FILTER (place <= n10) AS top10,
         sum(amount) FILTER (place <= n20) AS top20,
         gini(sum((n + 1 - 2 * place) * amount), any_value(n), sum(abs(amount))) AS gini,
         -- Squares of shares to 24 decimals, so that the sum does not depend on its order, nor lose the many small ones.
         sum(((amount::DOUBLE / positive::DOUBLE) ** 2)::DECIMAL(38, 24)) FILTER (amount > 0) AS hhi
  FROM ranked JOIN totals USING (as_of, measure)
  GROUP BY as_of, measure
)
SELECT as_of,
       measure,
       n AS customers,
       told_share(top1, total, ceil(0.01 * n), n, list_contains(ends, ceil(0.01 * n)::BIGINT)) AS top1_share,
       told_share(top5, total, ceil(0.05 * n), n, list_contains(ends, ceil(0.05 * n)::BIGINT)) AS top5_share,
       told_share(top10, total, ceil(0.1 * n), n, list_contains(ends, ceil(0.1 * n)::BIGINT)) AS top10_share,
       told_share(top20, total, ceil(0.2 * n), n, list_contains(ends, ceil(0.2 * n)::BIGINT)) AS top20_share,
       gini,
       hhi::DOUBLE AS hhi,
       1 / nullif(hhi::DOUBLE, 0) AS effective_customers
FROM summed LEFT JOIN (SELECT as_of, measure, list(place) AS ends FROM told_ends GROUP BY as_of, measure) USING (as_of, measure)
WHERE n >= getvariable('smallest_cell')
ORDER BY as_of, measure DESC;
