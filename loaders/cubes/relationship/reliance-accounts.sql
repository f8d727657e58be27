-- The largest accounts by revenue whose relationship leans on one axis, at the newest date.
-- Reads  scores, grid, accounts; variable members (how many of each lean).

WITH leaning AS (
  SELECT lean, customer_id, name, grid.grid_stage, grid.personal, grid.company, binding, grid.assessed_on, revenue, profit,
         row_number() OVER (PARTITION BY lean ORDER BY revenue DESC, customer_id) AS place
  FROM scores
  JOIN grid USING (as_of, customer_id)
  LEFT JOIN accounts USING (customer_id)
  WHERE as_of = (SELECT max(as_of) FROM scores) AND lean <> 'balanced'
)
SELECT lean,
       customer_id,
       name,
       grid_stage AS stage,
       personal,
       company,
       binding,
       assessed_on,
       minor(revenue) AS revenue,
       minor(profit) AS profit
FROM leaning
WHERE place <= getvariable('members')
ORDER BY lean, place;
