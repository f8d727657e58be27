-- What each customer's page tells of the past, one row per customer, as JSON with a list for each column: month by month,
-- and at each as-of date of the report.
-- Reads  purchases, scores, rfm_primary, metal_pyramid, lifetime_values; the cubes' macros; variables customers_as_of,
--        has_profit, margin, abc_preset, abc_measure.
-- Makes  customer_purchases: orders, revenue and profit of each month with anything on the ledger, up to the as-of date.
--        A month is the difference of two sums so far, each rounded to the minor unit, so that the months add up to
--        the ledger whatever the decimals of its lines.
-- Makes  customer_scores: the verdicts at each as-of date at which the customer was known.

CREATE OR REPLACE TEMP TABLE customer_purchases AS
WITH monthly AS (
  SELECT customer_id, date_trunc('month', day)::DATE AS month, sum(orders)::INTEGER AS orders, sum(amount) AS amount,
         CASE WHEN NOT getvariable('has_profit') THEN NULL
              WHEN getvariable('margin') IS NULL THEN sum(costed_profit)
              ELSE sum(costed_profit + uncosted_amount * getvariable('margin')::DECIMAL(6, 4)) END AS profit
  FROM purchases
  WHERE day <= getvariable('customers_as_of')
  GROUP BY ALL
),
so_far AS (
  SELECT *, sum(amount) OVER past AS amount_so_far, sum(profit) OVER past AS profit_so_far
  FROM monthly
  WINDOW past AS (PARTITION BY customer_id ORDER BY month)
),
months AS (
  SELECT customer_id, month, orders,
         minor(amount_so_far) - minor(amount_so_far - amount) AS revenue,
         minor(profit_so_far) - minor(profit_so_far - profit) AS profit
  FROM so_far
),
listed AS (
  SELECT customer_id, list({'month': month, 'orders': orders, 'revenue': revenue, 'profit': profit} ORDER BY month) AS rows
  FROM months
  GROUP BY customer_id
)
SELECT customer_id,
       to_json({'month': [row.month FOR row IN rows], 'orders': [row.orders FOR row IN rows],
        'revenue': [row.revenue FOR row IN rows], 'profit': [row.profit FOR row IN rows]}) AS purchases
FROM listed;

CREATE OR REPLACE TEMP TABLE customer_scores AS
WITH verdicts AS (
  SELECT scores.as_of, customer_id, minor(revenue) AS revenue,
         rfm_primary.r, rfm_primary.f, rfm_primary.m, rfm_segment,
         CASE getvariable('abc_preset') || ' ' || getvariable('abc_measure')
           WHEN 'by-customers revenue' THEN abc_customers_revenue
           WHEN 'by-customers profit' THEN abc_customers_profit
           WHEN 'by-value revenue' THEN abc_value_revenue
           ELSE abc_value_profit END AS abc,
         metal, grid_stage, wallet_stage,
         round(wallet_share, 6) AS wallet_share, minor(wallet_gap) AS gap,
         minor(clv) AS clv, round(p_alive, 4) AS p_alive
  FROM scores
  LEFT JOIN rfm_primary USING (as_of, customer_id)
  LEFT JOIN metal_pyramid USING (as_of, customer_id)
  LEFT JOIN lifetime_values USING (as_of, customer_id)
),
listed AS (
  SELECT customer_id, list(verdicts ORDER BY as_of) AS rows FROM verdicts GROUP BY customer_id
)
SELECT customer_id,
       to_json({'as_of': [row.as_of FOR row IN rows], 'revenue': [row.revenue FOR row IN rows],
        'r': [row.r FOR row IN rows], 'f': [row.f FOR row IN rows], 'm': [row.m FOR row IN rows],
        'segment': [row.rfm_segment FOR row IN rows], 'abc': [row.abc FOR row IN rows],
        'metal': [row.metal FOR row IN rows], 'grid_stage': [row.grid_stage FOR row IN rows],
        'wallet_stage': [row.wallet_stage FOR row IN rows],
        'wallet_share': [row.wallet_share FOR row IN rows], 'gap': [row.gap FOR row IN rows],
        'clv': [row.clv FOR row IN rows], 'p_alive': [row.p_alive FOR row IN rows]}) AS scores
FROM listed;
