-- The ABC classes under both presets, on revenue and on profit, by filters: as the cube abc. Reads  filter_rows, scores;
-- variables filter_primary (whether only the primary preset and measure are wanted), abc_preset, abc_measure.
WITH long AS (
  SELECT *, unnest([
           {'preset': 'by-customers', 'measure': 'revenue', 'class': abc_customers_revenue, 'counts': true},
           {'preset': 'by-value', 'measure': 'revenue', 'class': abc_value_revenue, 'counts': true},
           {'preset': 'by-customers', 'measure': 'profit', 'class': abc_customers_profit, 'counts': profit IS NOT NULL},
           {'preset': 'by-value', 'measure': 'profit', 'class': abc_value_profit, 'counts': profit IS NOT NULL}
         ], recursive := true)
  FROM filter_rows JOIN scores USING (as_of, customer_id)
  WHERE is_customer OR is_refund_only
)
SELECT key, as_of, preset, measure, class,
       count(*) AS customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit
FROM long
WHERE counts
  AND (NOT getvariable('filter_primary') OR (preset = getvariable('abc_preset') AND measure = getvariable('abc_measure')))
GROUP BY ALL
ORDER BY as_of, preset, measure DESC, class, key;
