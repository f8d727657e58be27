-- HSBC's pyramid by loyalty and value, at the newest date: the columns of customers carry no date.
-- Reads  scores, accounts, as_of_dates, purchases_by_category; variables hsbc_loyalty_cut, hsbc_value_cut (0 to 1).
-- Makes  hsbc_pyramid, one row per account of scores:
--   E  potential: the account is closed, or a guarantor has never ordered
--   G  suspect: never a customer and never on the ledger (a prospect, no suspicion of fraud)
--   F  inactive: no order in the window
--   A  loyalty and value at or above their cuts; B value alone; C loyalty alone; D neither
--   none  who only gave back, neither a customer nor a prospect, closed or not
-- Both scores are the mean of the parts that are known, each from 0 to 1, ranked among the customers of A to D:
--   loyalty  repeats (rank of orders), breadth (categories bought in those sold, in the months that the window
--            touches), accounts (rank of active accounts), recommends, gives feedback, doesn't mind the price
--   value    rank of revenue (cash flow), of profit (income against cost), of mean order value (size of deals)

-- The share of the others that lie below, equal ones by half; one customer alone stands in the middle.
CREATE OR REPLACE TEMP MACRO middle_rank(rank, equals, ranked) AS
  CASE WHEN ranked > 1 THEN (rank - 1 + (equals - 1) / 2) / (ranked - 1) ELSE 0.5::DOUBLE END;

CREATE OR REPLACE TABLE hsbc_pyramid AS
WITH today AS (SELECT as_of, window_from FROM as_of_dates WHERE role = 'now'),
bought AS (
  SELECT customer_id, category
  FROM purchases_by_category, today
  WHERE month >= date_trunc('month', window_from) AND month <= as_of
  GROUP BY customer_id, category
  HAVING sum(amount) > 0
),
breadths AS (
  SELECT customer_id, count(*) / (SELECT count(DISTINCT category) FROM bought) AS breadth
  FROM bought
  GROUP BY customer_id
),
standing AS (
  SELECT customer_id, orders, revenue, profit,
         active_accounts::DECIMAL(18, 4) AS active_accounts, recommends, gives_feedback, price_sensitive,
         CASE WHEN is_refund_only THEN 'none'
              WHEN lower(trim(status)) = 'closed' OR (coalesce(guarantor, false) AND NOT is_customer) THEN 'E'
              WHEN NOT is_customer THEN 'G'
              WHEN orders = 0 THEN 'F' END AS outside
  FROM scores JOIN today USING (as_of) LEFT JOIN accounts USING (customer_id)
),
in_use AS (
  SELECT customer_id, orders, active_accounts, revenue, profit, revenue / orders AS mean_order,
         recommends, gives_feedback, price_sensitive
  FROM standing
  WHERE outside IS NULL
),
parts AS (
  SELECT customer_id,
         middle_rank(rank() OVER (ORDER BY orders), count(*) OVER (PARTITION BY orders), count(*) OVER ()) AS repeats,
         breadth,
         CASE WHEN active_accounts IS NOT NULL THEN
           middle_rank(rank() OVER (ORDER BY active_accounts NULLS LAST), count(*) OVER (PARTITION BY active_accounts),
                       count(active_accounts) OVER ()) END AS accounts,
         recommends::INTEGER::DOUBLE AS recommends,
         gives_feedback::INTEGER::DOUBLE AS gives_feedback,
         (NOT price_sensitive)::INTEGER::DOUBLE AS minds_no_price,
         middle_rank(rank() OVER (ORDER BY revenue), count(*) OVER (PARTITION BY revenue), count(*) OVER ()) AS cash_flow,
         CASE WHEN profit IS NOT NULL THEN
           middle_rank(rank() OVER (ORDER BY profit), count(*) OVER (PARTITION BY profit), count(*) OVER ()) END AS income,
         middle_rank(rank() OVER (ORDER BY mean_order), count(*) OVER (PARTITION BY mean_order), count(*) OVER ()) AS deal_size
  FROM in_use LEFT JOIN breadths USING (customer_id)
),
scored AS (
  SELECT *,
         -- Rounded, so that the mean of 0.6, 0.6 and 0.6 reaches a cut of 0.6.
         round(list_avg([repeats, breadth, accounts, recommends, gives_feedback, minds_no_price]), 9) AS loyalty,
         round(list_avg([cash_flow, income, deal_size]), 9) AS value
  FROM parts
)
SELECT customer_id,
       CASE WHEN outside IS NOT NULL THEN outside
            WHEN loyalty >= getvariable('hsbc_loyalty_cut') AND value >= getvariable('hsbc_value_cut') THEN 'A'
            WHEN value >= getvariable('hsbc_value_cut') THEN 'B'
            WHEN loyalty >= getvariable('hsbc_loyalty_cut') THEN 'C'
            ELSE 'D' END AS hsbc,
       loyalty, value,
       repeats, breadth, accounts, scored.recommends, scored.gives_feedback, minds_no_price,
       cash_flow, income, deal_size
FROM standing LEFT JOIN scored USING (customer_id);
