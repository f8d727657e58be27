-- Share of wallet: what part of an account's purchases in our category comes to us.
-- Reads  wallets, purchases, as_of_dates; variables period_months (the period that a wallet figure covers, ending on
--        its day), stable_from, strategic_from (shares).
-- Makes  wallet_shares, one row per figure; wallet, one row per as-of date and account with a figure by then, with the
--        figure's age and basis, our own sales in the figure's period, and the gap: what others sold it. A share of 0%
--        without a spend leaves spend and gap unknown. Who only gave back is at no stage, whatever its share: it is no
--        prospect, and nothing says that it was a customer. Figures that say an account buys less from everyone than from
--        us can't be right: wallet_faults.

CREATE OR REPLACE TABLE wallet_shares AS
WITH ours AS (
  SELECT wallets.customer_id, wallets.as_of AS figure_on, category_spend, share_pct, basis,
         greatest(coalesce(sum(amount), 0), 0)::DECIMAL(24, 4) AS ours
  FROM wallets
  LEFT JOIN purchases ON purchases.customer_id = wallets.customer_id
    AND day <= wallets.as_of AND day > wallets.as_of - to_months(getvariable('period_months')::INTEGER)
  GROUP BY ALL
)
SELECT customer_id,
       figure_on,
       basis,
       ours,
       CASE WHEN share_pct IS NOT NULL THEN share_pct::DOUBLE / 100
            WHEN category_spend = 0 AND ours = 0 THEN 0
            -- Rounded, so that 24.24 of 30.30 is the 0.8 that it is.
            ELSE round(ours::DOUBLE / category_spend::DOUBLE, 12) END AS share,
       coalesce(category_spend, ours / nullif(share_pct / 100, 0))::DECIMAL(24, 4) AS category_spend
FROM ours;

CREATE OR REPLACE TABLE wallet_faults AS
SELECT customer_id, figure_on, ours, category_spend FROM wallet_shares WHERE share > 1 ORDER BY customer_id, figure_on;

DELETE FROM wallet_shares WHERE share > 1;

CREATE OR REPLACE TABLE wallet AS
WITH days AS (SELECT DISTINCT as_of FROM as_of_dates),
newest AS (
  SELECT as_of, customer_id, figure_on, basis, share, category_spend, ours
  FROM days JOIN wallet_shares ON figure_on <= as_of
  QUALIFY row_number() OVER (PARTITION BY as_of, customer_id ORDER BY figure_on DESC) = 1
)
SELECT newest.as_of,
       customer_id,
       figure_on,
       newest.as_of - figure_on AS figure_days_ago,
       basis,
       share,
       category_spend,
       ours,
       CASE WHEN category_spend IS NOT NULL THEN greatest(category_spend - ours, 0) END AS gap,
       CASE WHEN revenue_ever IS NOT NULL AND first_order_on IS NULL THEN 'none'
            WHEN share = 0 THEN CASE WHEN first_order_on IS NULL THEN 'development' ELSE 'interrupted' END
            WHEN share < getvariable('stable_from') THEN 'initial'
            WHEN share < getvariable('strategic_from') THEN 'stable'
            ELSE 'strategic' END AS wallet_stage
FROM newest LEFT JOIN activity USING (as_of, customer_id);
