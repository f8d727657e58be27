-- Griffin's three loyalties by filters: as the cube loyalty, at any date. Reads  filter_rows, survey_answers, scores.
SELECT key, as_of,
       orders >= 2 AS behavioural,
       intends_to_buy AS intentional,
       would_recommend AS emotional,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue
FROM filter_rows
JOIN survey_answers USING (as_of, customer_id)
JOIN scores USING (as_of, customer_id)
WHERE is_customer AND intends_to_buy IS NOT NULL AND would_recommend IS NOT NULL
GROUP BY key, as_of, behavioural, intentional, emotional
ORDER BY as_of, behavioural DESC, intentional DESC, emotional DESC, key;
