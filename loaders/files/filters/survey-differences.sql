-- Perceived less expected in customers' newest answers, by class and by filters: as the cube survey-differences. The width
-- of a bin is that of everyone's answers. Reads  filter_rows, survey_answers, service_classes.
WITH answers AS (
  SELECT as_of, customer_id, difference, class,
         (CASE WHEN max(highest) OVER () <= 10 THEN 1 ELSE max(highest) OVER () / 10 END)::DOUBLE AS width
  FROM survey_answers JOIN service_classes USING (as_of, customer_id)
  WHERE difference IS NOT NULL
)
SELECT key, as_of, class,
       least(3, greatest(-3, round(difference / width)))::INTEGER AS bin,
       width,
       count(*) AS customers
FROM filter_rows
JOIN answers USING (as_of, customer_id)
GROUP BY key, as_of, class, bin, width
ORDER BY as_of, class, bin, key;
