-- Lifetime value of each customer at each as-of date.
-- Reads  purchase_histories; lifetime_groups (as_of, frequency, recency_days, age_days, p_alive, expected_purchases,
--        discounted_purchases: from the fit, or at the naive rate); spend_fits (as_of, p, q, v, mean_spend:
--        Gamma-Gamma, p null where it was refused; mean_spend is of all, never below zero); variables has_profit,
--        minor_digits (decimals of the currency).
-- Makes  lifetime_values, one row per date and existing customer:
--   p_alive, expected_purchases  from the fit, undiscounted, over the horizon; p_alive is null at the naive rate
--   expected_spend  E[Z | x, mean] = p (v + x mean) / (p x + q - 1) (Fader and Hardie 2013, equation 5); the customer's
--                   own mean, else the mean of all, where the model was refused or has no mean. The model has no place
--                   for a mean that refunds have brought to zero or below: it counts as zero, so that giving back
--                   never makes a customer worth more
--   margin          profit in revenue, the customer's own drawn towards everyone's with the weight of three purchases
--                   of mean spend, between -1 and 1 (a ratio to what little revenue refunds leave says nothing); 1
--                   where the exports give no profit
--   clv_historic    profit so far, as it was made; revenue where there is no profit
--   clv_future      discounted expected purchases x expected spend x margin (the narrow value), to the minor unit
--   clv             both (the broad one)

CREATE OR REPLACE TABLE lifetime_values AS
WITH everyone AS (
  SELECT as_of,
         CASE WHEN sum(costed_revenue) > 0
              THEN greatest(-1, least(1, sum(historic)::DOUBLE / sum(costed_revenue)::DOUBLE))
              ELSE 0 END AS margin
  FROM purchase_histories
  GROUP BY as_of
),
spend AS (
  SELECT as_of, customer_id, frequency, recency_days, age_days, historic, costed_revenue::DOUBLE AS costed, mean_spend,
         CASE WHEN p * frequency + q > 1
                THEN p * (v + frequency * greatest(coalesce(mean_repeat, 0), 0)) / (p * frequency + q - 1)
              WHEN frequency > 0 THEN greatest(mean_repeat, 0)
              ELSE mean_spend END AS expected_spend
  FROM purchase_histories JOIN spend_fits USING (as_of)
),
margins AS (
  SELECT spend.*,
         CASE WHEN NOT getvariable('has_profit') THEN 1::DOUBLE
              WHEN costed <= 0 AND mean_spend = 0 THEN margin
              ELSE greatest(-1, least(1, (historic::DOUBLE + 3 * mean_spend * margin) / (greatest(costed, 0) + 3 * mean_spend)))
         END AS margin
  FROM spend JOIN everyone USING (as_of)
),
valued AS (
  SELECT *,
         -- A model at the edge of having a mean can give any number; what is no estimate any more must not stop the build.
         round(greatest(-1e13, least(1e13, discounted_purchases * expected_spend * margin)), getvariable('minor_digits'))::DECIMAL(24, 4)
           AS clv_future
  FROM margins JOIN lifetime_groups USING (as_of, frequency, recency_days, age_days)
)
SELECT as_of,
       customer_id,
       p_alive,
       expected_purchases,
       expected_spend,
       margin,
       historic AS clv_historic,
       clv_future,
       (historic + clv_future)::DECIMAL(24, 4) AS clv
FROM valued;
