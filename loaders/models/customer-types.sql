-- The source's four types of customers at the newest date, each customer in one.
-- Reads  scores, value_types, alert_accounts; variable ultra_low_orders.
-- Makes  customer_types (customer_id, type), one row per existing customer; the first that holds:
--   pre_churn      a sign of a lapse, or an alert in control or recovery
--   most_valuable  MVC; most_growable: MGC (see value-types.sql)
--   negative       lifetime value below zero, or zero or ultra-low use: at most one order in the window
--   other          none of these

CREATE OR REPLACE TABLE customer_types AS
WITH newest AS (
  SELECT * FROM scores WHERE as_of = (SELECT max(as_of) FROM scores) AND is_customer
)
SELECT customer_id,
       CASE WHEN lapsing OR phase IN ('control', 'recovery') THEN 'pre_churn'
            WHEN mvc THEN 'most_valuable'
            WHEN mgc THEN 'most_growable'
            WHEN below_zero OR orders <= getvariable('ultra_low_orders') THEN 'negative'
            ELSE 'other' END AS type
FROM newest
LEFT JOIN value_types USING (customer_id)
LEFT JOIN alert_accounts USING (as_of, customer_id);
