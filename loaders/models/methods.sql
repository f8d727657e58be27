-- What each ranking method says of the customers known at a cut, and the money that followed.
-- Reads  activity, rfm, lifetime_values, purchases; variables method_cut (an as-of date), method_period (days),
--        method_money ('revenue' or 'profit'), margin.
-- Makes  method_customers (temporary), one row per customer known at the cut, larger is better:
--   abc         profit, or revenue, of the window that ends at the cut: what ABC ranks by
--   rfm         r x f x m; rfm_place orders equal products by money, frequency, recency and customer_id
--   clv         lifetime value still to come, forecast at the cut
--   last_spend  money spent in the last period before the cut
--   recency     days since the last purchase, negative
--   following   money of the period after the cut: the outcome, and the only column that knows anything later

CREATE OR REPLACE TEMP TABLE method_customers AS
WITH around AS (
  SELECT customer_id,
         sum(CASE WHEN getvariable('method_money') = 'profit'
                  THEN costed_profit + uncosted_amount * coalesce(getvariable('margin')::DECIMAL(6, 4), 0)
                  ELSE amount END) FILTER (day > getvariable('method_cut')::DATE) AS following,
         sum(amount) FILTER (day <= getvariable('method_cut')::DATE) AS last_spend
  FROM purchases
  WHERE day > getvariable('method_cut')::DATE - getvariable('method_period')::INTEGER
    AND day <= getvariable('method_cut')::DATE + getvariable('method_period')::INTEGER
  GROUP BY customer_id
)
SELECT customer_id,
       (CASE WHEN getvariable('method_money') = 'profit' THEN profit ELSE revenue END)::DOUBLE AS abc,
       (r::INTEGER * f * m)::DOUBLE AS rfm,
       (row_number() OVER (ORDER BY r::INTEGER * f * m DESC, revenue DESC, orders DESC, recency_days, customer_id))::INTEGER AS rfm_place,
       clv_future::DOUBLE AS clv,
       coalesce(last_spend, 0)::DOUBLE AS last_spend,
       -recency_days::DOUBLE AS recency,
       coalesce(following, 0)::DOUBLE AS following
FROM activity
JOIN rfm USING (as_of, customer_id)
JOIN lifetime_values USING (as_of, customer_id)
LEFT JOIN around USING (customer_id)
WHERE as_of = getvariable('method_cut')::DATE AND first_order_on IS NOT NULL;
