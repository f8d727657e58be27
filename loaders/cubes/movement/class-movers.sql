-- Who moved in the migration pyramid and in the two stage models over about a year, by name: the largest changes of
-- profit (of revenue where there is none), up and down apart. Reads  class_places, class_steps, movement_spans, accounts;
-- variable members (how many of each).

WITH long AS (
  SELECT as_of, customer_id, model, class, step, coalesce(profit, revenue) AS money
  FROM (SELECT as_of, customer_id, revenue, profit, model, class
        FROM (SELECT as_of, customer_id, revenue, profit, metal, grid_stage, wallet_stage FROM class_places)
        UNPIVOT (class FOR model IN (metal, grid_stage, wallet_stage)))
  JOIN class_steps USING (model, class)
),
moved AS (
  SELECT earlier.model, from_day, to_day, earlier.customer_id,
         CASE WHEN later.step > earlier.step THEN 'up' ELSE 'down' END AS direction,
         earlier.class AS from_class, later.class AS to_class,
         earlier.money AS money_before, later.money AS money_after
  FROM movement_spans
  JOIN long AS earlier ON earlier.as_of = from_day
  JOIN long AS later ON later.as_of = to_day AND later.model = earlier.model AND later.customer_id = earlier.customer_id
  WHERE is_year AND later.step <> earlier.step
),
placed AS (
  SELECT *,
         count(*) OVER (PARTITION BY model, direction) AS movers,
         row_number() OVER (PARTITION BY model, direction ORDER BY abs(money_after - money_before) DESC, customer_id) AS place
  FROM moved
)
SELECT placed.model, direction, from_day AS "from", to_day AS "to", placed.customer_id, name, from_class, to_class,
       (SELECT min(as_of) FROM long
        WHERE long.model = placed.model AND long.customer_id = placed.customer_id AND class = to_class AND as_of > from_day) AS seen_on,
       minor(money_before) AS money_before,
       minor(money_after) AS money_after,
       movers
FROM placed LEFT JOIN accounts USING (customer_id)
WHERE place <= getvariable('members')
ORDER BY list_position(['metal', 'grid_stage', 'wallet_stage'], placed.model), direction DESC, place;
