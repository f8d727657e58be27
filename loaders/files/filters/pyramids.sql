-- HSBC's and Chase's groups and the value types by filters of the newest date: as the cube pyramid. Value types overlap.
-- Reads  filter_rows, hsbc_pyramid, chase_pyramid, value_types, scores, lifetime_values.
WITH members AS (
  SELECT 'hsbc' AS pyramid, hsbc AS level, customer_id FROM hsbc_pyramid
  UNION ALL
  SELECT 'chase', chase, customer_id FROM chase_pyramid
  UNION ALL
  SELECT 'value_type', unnest(list_filter([CASE WHEN mvc THEN 'mvc' END, CASE WHEN mgc THEN 'mgc' END,
                                           CASE WHEN below_zero THEN 'below_zero' END,
                                           CASE WHEN migrator THEN 'migrator' END], lambda x: x IS NOT NULL)),
         customer_id
  FROM value_types
)
SELECT key, as_of, pyramid, level,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       -- None where nobody of the cell has a lifetime value; who has none among others adds nothing.
       CASE WHEN sum(sum(minor(clv))) OVER (PARTITION BY as_of, pyramid, level) IS NOT NULL
              THEN coalesce(sum(minor(clv)), 0)::BIGINT END AS clv
FROM filter_rows
JOIN members USING (customer_id)
JOIN scores USING (as_of, customer_id)
LEFT JOIN lifetime_values USING (as_of, customer_id)
GROUP BY key, as_of, pyramid, level
ORDER BY pyramid, level, key;
