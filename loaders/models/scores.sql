-- Every model's verdict on every customer at every as-of date: the one table that the cubes count.
-- Reads  as_of_dates, activity, rfm, rfm_ranks, abc, grid, wallet, accounts. Makes  scores (as_of, customer_id).
-- Who stands in it at a date: all with a purchase, an assessment or a wallet figure by then; at the newest date also
-- those who stand in the customers export alone (it carries no date, so it says nothing of the past).

CREATE OR REPLACE TABLE scores AS
WITH days AS (SELECT as_of, window_from, role FROM as_of_dates WHERE role IN ('now', 'quarter_end')),
known AS (
  SELECT DISTINCT as_of, customer_id
  FROM (SELECT as_of, customer_id FROM activity
        UNION ALL SELECT as_of, customer_id FROM grid
        UNION ALL SELECT as_of, customer_id FROM wallet
        UNION ALL SELECT as_of, customer_id FROM days, accounts WHERE role = 'now')
)
SELECT days.as_of,
       customer_id,
       first_order_on IS NOT NULL AS is_customer,
       coalesce(revenue_ever IS NOT NULL AND first_order_on IS NULL, false) AS is_refund_only,
       first_order_on,
       last_order_on,
       recency_days,
       coalesce(orders, 0) AS orders,
       coalesce(revenue, 0)::DECIMAL(24, 4) AS revenue,
       CASE WHEN getvariable('has_profit') THEN coalesce(profit, 0) END::DECIMAL(24, 4) AS profit,
       quantity,
       coalesce(orders_ever, 0) AS orders_ever,
       coalesce(revenue_ever, 0)::DECIMAL(24, 4) AS revenue_ever,
       r, f, m, r_ntile, f_ntile, m_ntile, r_nested, f_nested, m_nested, r_fixed, f_fixed, m_fixed,
       r_airline, f_airline, m_airline, r_custom, f_custom, m_custom,
       rfm_product, rfm_rank, rfm_band, rfm_segment, coalesce(in_head, false) AS in_head, decile, tercile,
       revenue_rank,
       coalesce(abc_customers_revenue, 'none') AS abc_customers_revenue,
       coalesce(abc_value_revenue, 'none') AS abc_value_revenue,
       CASE WHEN getvariable('has_profit') THEN coalesce(abc_customers_profit, 'none') END AS abc_customers_profit,
       CASE WHEN getvariable('has_profit') THEN coalesce(abc_value_profit, 'none') END AS abc_value_profit,
       personal, company,
       coalesce(grid_stage, 'unassessed') AS grid_stage,
       assessed_on, assessed_days_ago,
       CASE WHEN revenue_ever IS NOT NULL AND first_order_on IS NULL THEN 'none'
            ELSE coalesce(wallet_stage, 'unknown') END AS wallet_stage,
       share AS wallet_share, category_spend, gap AS wallet_gap
FROM days
JOIN known USING (as_of)
LEFT JOIN activity USING (as_of, customer_id)
LEFT JOIN rfm USING (as_of, customer_id)
LEFT JOIN rfm_ranks USING (as_of, customer_id)
LEFT JOIN abc USING (as_of, customer_id)
LEFT JOIN grid USING (as_of, customer_id)
LEFT JOIN wallet USING (as_of, customer_id);
