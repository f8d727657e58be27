-- Griffin's three loyalties at the newest date. Reads  survey_answers, scores.
-- Behavioural: ordered again in the window, so twice or more. Intentional: means to buy. Emotional: would recommend. The latter
-- two from the newest answer; who answered neither or only one of them is left out.

SELECT orders >= 2 AS behavioural,
       intends_to_buy AS intentional,
       would_recommend AS emotional,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue
FROM survey_answers JOIN scores USING (as_of, customer_id)
WHERE as_of = (SELECT max(as_of) FROM scores) AND is_customer
  AND intends_to_buy IS NOT NULL AND would_recommend IS NOT NULL
GROUP BY behavioural, intentional, emotional
ORDER BY behavioural DESC, intentional DESC, emotional DESC;
