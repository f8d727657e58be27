-- The workbench's table `purchases_monthly`: orders, revenue and profit of each month up to the newest date, of the
-- customers in the table `scores`, whole customers, the largest by revenue first, until the rows would be more than the
-- variable workbench_months. A month is the difference of two sums so far, each rounded to the minor unit, so that the months
-- add up to the ledger whatever the decimals of its lines.
-- Reads  scores, purchases; the cubes' macros; variables workbench_as_of, workbench_rows, workbench_months, has_profit, margin.
WITH placed AS (
  SELECT customer_id, row_number() OVER (ORDER BY revenue DESC, customer_id) AS place
  FROM scores
  WHERE as_of = getvariable('workbench_as_of')
),
monthly AS (
  SELECT customer_id, place, date_trunc('month', day)::DATE AS month, sum(orders)::INTEGER AS orders,
         sum(amount) AS amount,
         CASE WHEN NOT getvariable('has_profit') THEN NULL
              WHEN getvariable('margin') IS NULL THEN sum(costed_profit)
              ELSE sum(costed_profit + uncosted_amount * getvariable('margin')::DECIMAL(6, 4)) END AS profit
  FROM purchases JOIN placed USING (customer_id)
  WHERE day <= getvariable('workbench_as_of') AND place <= getvariable('workbench_rows')
  GROUP BY ALL
),
so_far AS (
  SELECT customer_id, place, month, orders,
         minor(sum(amount) OVER past) AS revenue,
         minor(sum(profit) OVER past) AS profit,
         count(*) OVER (ORDER BY place) AS rows_so_far
  FROM monthly
  WINDOW past AS (PARTITION BY customer_id ORDER BY month)
)
SELECT customer_id, month, orders,
       revenue - lag(revenue, 1, 0) OVER past AS revenue,
       profit - lag(profit, 1, 0) OVER past AS profit
FROM so_far
WHERE rows_so_far <= getvariable('workbench_months')
WINDOW past AS (PARTITION BY customer_id ORDER BY month)
ORDER BY place, month;
