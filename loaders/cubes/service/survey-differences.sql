-- Perceived less expected in customers' newest answers, by class, at the newest date. Reads  survey_answers, service_classes.
-- Seven bins: 0 is within half a width of as expected, the outermost are open. A width is a point of a scale that ends at ten or
-- below, a tenth of the highest mark of a longer one.

WITH answers AS (
  SELECT as_of, customer_id, difference, class,
         (CASE WHEN max(highest) OVER () <= 10 THEN 1 ELSE max(highest) OVER () / 10 END)::DOUBLE AS width
  FROM survey_answers JOIN service_classes USING (as_of, customer_id)
  WHERE as_of = (SELECT max(as_of) FROM scores) AND difference IS NOT NULL
)
SELECT class,
       least(3, greatest(-3, round(difference / width)))::INTEGER AS bin,
       any_value(width) AS width,
       count(*) AS customers
FROM answers
GROUP BY class, bin
ORDER BY class, bin;
