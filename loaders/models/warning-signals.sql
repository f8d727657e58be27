-- Signs that something is wrong in a customer's orders, on each day of warning, from what was known by then.
-- Reads  warning_days, warning_states, lapse_chances, lapse_lines, purchases, purchases_by_category; variables drop_days, drop_below (share),
--        drop_orders, volume_up (share), volume_orders, category_months, category_regular.
-- Makes  warning_signals (as_of, customer_id, signal, size, since, detail), a row per sign; warning-relationships.sql
--        adds its own. size is by how much, and in what depends on the signal:
--   silence                 days beyond the customer's own long gap; since the day that passed it
--   unlikely_return         chance of no order in the horizon, where it is at least half and 1.5 times the mean; since the
--                           day of the silence that brought it there
--   spend_drop              share by which the last 90 days' spend lies below the same days' a year before, which held
--                           two orders; since the first of those days
--   category_dropped        categories bought in 6 of 12 months and in none of the 3 whole months after, by a customer
--                           who still buys; since the month after the last one bought in; detail names them
--   volume_up_revenue_flat  share by which the mean price fell: quantity of 365 days at least 10% above the 365 before,
--                           revenue not above; four days with orders in both; since the first of the later days
-- A month counts once it is over: purchases_by_category doesn't say on which of its days a purchase fell.
-- Makes  yearly_spending (temporary), one row per day of warning and customer with anything on the ledger in the 730 days
--        before it: what it spent and bought in the two years, and in the 90 days and the same days a year before.

CREATE OR REPLACE TEMP TABLE yearly_spending AS
WITH days AS (
  SELECT as_of, unnest(generate_series(as_of - 729, as_of, INTERVAL 1 DAY))::DATE AS day FROM warning_days
),
compared AS (
  SELECT as_of, day,
         day > as_of - getvariable('drop_days')::INTEGER AS recent,
         day <= as_of - INTERVAL 12 MONTH
           AND day > (as_of - INTERVAL 12 MONTH)::DATE - getvariable('drop_days')::INTEGER AS year_ago,
         day > as_of - 365 AS this_year
  FROM days
)
SELECT as_of, customer_id,
       coalesce(sum(amount) FILTER (recent), 0) AS recent,
       sum(amount) FILTER (year_ago) AS year_ago,
       sum(orders) FILTER (year_ago) AS orders_year_ago,
       sum(amount) FILTER (this_year) AS amount,
       sum(quantity) FILTER (this_year) AS quantity,
       count(*) FILTER (this_year AND orders > 0) AS buying_days,
       sum(amount) FILTER (NOT this_year) AS amount_before,
       sum(quantity) FILTER (NOT this_year) AS quantity_before,
       count(*) FILTER (NOT this_year AND orders > 0) AS buying_days_before
FROM purchases JOIN compared USING (day)
GROUP BY as_of, customer_id;

CREATE OR REPLACE TABLE warning_signals AS
WITH whole_months AS (
  SELECT as_of, date_trunc('month', as_of + INTERVAL 1 DAY)::DATE AS until FROM warning_days
),
months AS (
  SELECT as_of, until, (until - to_months(getvariable('category_months')::INTEGER))::DATE AS lately_from
  FROM whole_months
),
-- The months of each category as a list: a row for each of them and each day of warning would be many more.
regular AS (
  SELECT customer_id, category, list(month) AS bought
  FROM purchases_by_category
  WHERE amount > 0
  GROUP BY customer_id, category
  HAVING count(*) >= getvariable('category_regular')
),
categories AS (
  SELECT as_of, customer_id, category, lately_from, list_max([month FOR month IN bought IF month < until]) AS last_month
  FROM months, regular
  WHERE last_month < lately_from
    AND len([month FOR month IN bought IF month < lately_from AND month >= lately_from - INTERVAL 12 MONTH])
          >= getvariable('category_regular')
),
below_line AS (
  SELECT as_of, peers, silent_days FROM lapse_chances JOIN lapse_lines USING (as_of) WHERE chance < line
),
above_line AS (
  SELECT lapse_chances.as_of, lapse_chances.peers, lapse_chances.silent_days, chance,
         coalesce(below_line.silent_days + 1, 0) AS above_from
  FROM lapse_chances
  JOIN lapse_lines USING (as_of)
  ASOF LEFT JOIN below_line ON lapse_chances.as_of = below_line.as_of AND lapse_chances.peers = below_line.peers
    AND lapse_chances.silent_days > below_line.silent_days
  WHERE chance >= line
)
SELECT as_of, customer_id, 'silence' AS signal, (silent_days - long_gap)::DOUBLE AS size,
       last_on + floor(long_gap)::INTEGER + 1 AS since, NULL::VARCHAR AS detail
FROM warning_states
WHERE silent_days > long_gap
UNION ALL
SELECT as_of, customer_id, 'unlikely_return', chance, last_on + above_from, NULL
FROM warning_states JOIN above_line USING (as_of, peers, silent_days)
UNION ALL
SELECT as_of, customer_id, 'spend_drop', round(1 - greatest(recent, 0)::DOUBLE / year_ago::DOUBLE, 9),
       as_of - getvariable('drop_days')::INTEGER + 1, NULL
FROM yearly_spending JOIN warning_states USING (as_of, customer_id)
WHERE year_ago > 0 AND orders_year_ago >= getvariable('drop_orders')
  AND recent < getvariable('drop_below')::DECIMAL(9, 6) * year_ago
UNION ALL
SELECT as_of, customer_id, 'category_dropped', count(*)::DOUBLE,
       min(last_month + INTERVAL 1 MONTH)::DATE, string_agg(category, ', ' ORDER BY category)
FROM categories JOIN warning_states USING (as_of, customer_id)
WHERE last_on >= lately_from
GROUP BY as_of, customer_id
UNION ALL
SELECT as_of, customer_id, 'volume_up_revenue_flat',
       round(1 - (amount::DOUBLE / quantity::DOUBLE) / (amount_before::DOUBLE / quantity_before::DOUBLE), 9), as_of - 364, NULL
FROM yearly_spending JOIN warning_states USING (as_of, customer_id)
WHERE amount_before > 0 AND quantity_before > 0
  AND quantity >= (1 + getvariable('volume_up')::DECIMAL(9, 6)) * quantity_before AND amount <= amount_before
  AND buying_days >= getvariable('volume_orders') AND buying_days_before >= getvariable('volume_orders');
