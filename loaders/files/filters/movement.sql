-- Who moved over about a year between the classes of a model, by filters of the newest date: as the cube movement. Reads
-- filter_rows, rfm_moves, metal_moves; variables filter_model ('rfm_segment' or 'metal'), smallest_cell: where small
-- cells are suppressed, frozen lines tell no money, as in the cube.
WITH moves AS (
  SELECT 'rfm_segment' AS model, * FROM rfm_moves WHERE getvariable('filter_model') = 'rfm_segment'
  UNION ALL BY NAME
  SELECT 'metal' AS model, * FROM metal_moves WHERE getvariable('filter_model') = 'metal'
)
SELECT key, as_of, model,
       from_day::VARCHAR AS "from",
       to_day::VARCHAR AS "to",
       thresholds, from_class, to_class,
       count(*) AS customers,
       CASE WHEN getvariable('smallest_cell') = 1 OR thresholds = 'recomputed' THEN minor(sum(money_before)) END AS money_before,
       CASE WHEN getvariable('smallest_cell') = 1 OR thresholds = 'recomputed' THEN minor(sum(money_after)) END AS money_after
FROM filter_rows JOIN moves ON to_day = as_of AND moves.customer_id = filter_rows.customer_id
WHERE from_day = (SELECT min(from_day) FROM moves)
GROUP BY key, as_of, model, from_day, to_day, thresholds, from_class, to_class
ORDER BY thresholds,
         coalesce(list_position(['diamond', 'gold', 'brass', 'lead', 'none', 'arrived'], from_class), 0),
         from_class,
         coalesce(list_position(['diamond', 'gold', 'brass', 'lead', 'none'], to_class), 0),
         to_class,
         key;
