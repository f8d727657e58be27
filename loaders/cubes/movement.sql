-- Who moved between named segments and in the migration pyramid, and the money that moved with them. Reads  variable
-- smallest_cell: where small cells are suppressed, frozen lines tell customers and no money, since two cells that differ by
-- one customer, one under frozen lines and one under recomputed ones, would tell what it brought.

SELECT model,
       from_day AS "from",
       to_day AS "to",
       thresholds,
       from_class,
       to_class,
       customers,
       CASE WHEN getvariable('smallest_cell') = 1 OR thresholds = 'recomputed' THEN minor(money_before) END AS money_before,
       CASE WHEN getvariable('smallest_cell') = 1 OR thresholds = 'recomputed' THEN minor(money_after) END AS money_after
FROM (SELECT 'rfm_segment' AS model, * FROM rfm_movement
      UNION ALL BY NAME SELECT 'metal' AS model, * FROM metal_movement)
ORDER BY model,
         "from",
         thresholds,
         coalesce(list_position(['diamond', 'gold', 'brass', 'lead', 'none', 'arrived'], from_class), 0),
         from_class,
         coalesce(list_position(['diamond', 'gold', 'brass', 'lead', 'none'], to_class), 0),
         to_class;
