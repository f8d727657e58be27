-- What the ledger holds over all days up to the as-of date, without those who only gave back where they are left out.
-- Reads  purchases, as_of_dates, accounts, left_out.

WITH today AS (SELECT as_of FROM as_of_dates WHERE role = 'now'),
refunders AS (
  SELECT customer_id
  FROM purchases, today
  WHERE day <= as_of AND as_of IN (FROM left_out)
  GROUP BY customer_id
  HAVING NOT bool_or(orders > 0)
),
own_purchases AS (FROM purchases ANTI JOIN refunders USING (customer_id)),
per_customer AS (
  SELECT customer_id, sum(amount) AS revenue, bool_or(orders > 0) AS bought
  FROM own_purchases, today
  WHERE day <= as_of
  GROUP BY customer_id
)
SELECT (SELECT count(*) FROM per_customer) AS customers,
       (SELECT CASE WHEN NOT EXISTS (FROM refunders) THEN told(count(*)) END FROM per_customer WHERE NOT bought) AS refund_only_customers,
       (SELECT CASE WHEN NOT EXISTS (FROM refunders) THEN told(count(*)) END FROM per_customer WHERE revenue < 0) AS below_zero_customers,
       (SELECT told(count(*)) FROM per_customer WHERE revenue = 0) AS at_zero_customers,
       (SELECT told(count(*)) FROM accounts ANTI JOIN per_customer USING (customer_id) ANTI JOIN refunders USING (customer_id)) AS prospects,
       minor(sum(amount)) AS revenue,
       CASE WHEN getvariable('has_profit')
            THEN minor(sum(costed_profit + uncosted_amount * coalesce(getvariable('margin')::DECIMAL(6, 4), 0))) END AS profit,
       sum(orders)::BIGINT AS orders,
       count(*) AS customer_days,
       min(day) AS first_day,
       max(day) AS last_day,
       (SELECT coalesce(sum(lines), 0)::BIGINT FROM purchases, today WHERE day > as_of) AS lines_after_as_of,
       sum(uncosted_lines)::BIGINT AS uncosted_lines
FROM own_purchases, today
WHERE day <= as_of;
