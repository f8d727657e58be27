-- How many customers an own model puts into each class at each as-of date, and their money of the window.
-- Reads  scores, own_verdicts; variables own_model, minor_units, has_profit.

SELECT scores.as_of,
       'all' AS crossing,
       '' AS value,
       coalesce(class, 'none') AS class,
       count(*) AS customers,
       CAST(round(sum(revenue) * getvariable('minor_units')) AS BIGINT) AS revenue,
       CASE WHEN getvariable('has_profit')
              THEN CAST(round(sum(profit) * getvariable('minor_units')) AS BIGINT) END AS profit
FROM scores
LEFT JOIN own_verdicts ON own_verdicts.as_of = scores.as_of AND own_verdicts.customer_id = scores.customer_id
                      AND own_verdicts.model = getvariable('own_model')
WHERE is_customer
GROUP BY ALL
ORDER BY ALL;
