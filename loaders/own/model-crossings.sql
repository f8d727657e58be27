-- An own model's classes at each as-of date within each class of the other models, region and industry: the cross-tabs.
-- Reads  scores, accounts, own_verdicts; variables own_model, minor_units, has_profit.
-- Region and industry carry no date: they are those of the customers export, and shown at the newest date alone.

WITH newest AS (SELECT max(as_of) AS as_of FROM scores),
classified AS (
  SELECT scores.*, coalesce(class, 'none') AS own_class, region, industry, scores.as_of = newest.as_of AS is_newest
  FROM scores
  CROSS JOIN newest
  LEFT JOIN own_verdicts ON own_verdicts.as_of = scores.as_of AND own_verdicts.customer_id = scores.customer_id
                        AND own_verdicts.model = getvariable('own_model')
  LEFT JOIN accounts ON accounts.customer_id = scores.customer_id
  WHERE is_customer
),
-- Values of regions and industries that few have go together, so that a page stays small.
common AS (
  SELECT crossing, value
  FROM (SELECT unnest([{'crossing': 'region', 'value': nullif(trim(region), '')},
                       {'crossing': 'industry', 'value': nullif(trim(industry), '')}], recursive := true)
        FROM classified WHERE is_newest)
  WHERE value IS NOT NULL
  GROUP BY crossing, value
  QUALIFY row_number() OVER (PARTITION BY crossing ORDER BY count(*) DESC, value) <= 20
),
placed AS (
  SELECT as_of, is_newest, own_class, revenue, profit,
         unnest([{'crossing': 'abc', 'value': abc_customers_revenue},
                 {'crossing': 'wallet_stage', 'value': wallet_stage},
                 {'crossing': 'grid_stage', 'value': grid_stage},
                 {'crossing': 'segment', 'value': coalesce(rfm_segment, 'none')},
                 {'crossing': 'region', 'value': coalesce(nullif(trim(region), ''), '~unknown')},
                 {'crossing': 'industry', 'value': coalesce(nullif(trim(industry), ''), '~unknown')}],
                recursive := true)
  FROM classified
)
SELECT as_of,
       placed.crossing,
       CASE WHEN placed.crossing NOT IN ('region', 'industry') OR placed.value = '~unknown' OR common.value IS NOT NULL
              THEN placed.value
            ELSE '~other' END AS value,
       own_class AS class,
       count(*) AS customers,
       CAST(round(sum(revenue) * getvariable('minor_units')) AS BIGINT) AS revenue,
       CASE WHEN getvariable('has_profit')
              THEN CAST(round(sum(profit) * getvariable('minor_units')) AS BIGINT) END AS profit
FROM placed
LEFT JOIN common ON common.crossing = placed.crossing AND common.value = placed.value
WHERE is_newest OR placed.crossing NOT IN ('region', 'industry')
GROUP BY ALL
ORDER BY ALL;
