-- Accounts as visits, channels and costs see them: their class, and the days over which is counted.
-- Reads  as_of_dates, activity, abc, purchases, accounts, interactions; variables coverage_days (365), abc_preset, abc_measure (or
--        null: profit where there is one), has_profit, margin, public_industries (a list, in lower case), budget_marks (per cents).
-- Makes  coverage_periods (as_of, period_from): the days that end on the newest date and on each past quarter end.
-- Makes  coverage_accounts (as_of, customer_id, class, first_order_on, ordered): existing customers, by the class of the
--        primary preset at the as-of date, the period's end, and whether they ordered in the report's window; at past
--        dates only where there are contacts to judge.
-- Makes  coverage_values (customer_id, revenue, profit): the newest period's money; profit null where there is none.
-- Makes  budget_marks (percent): where the tiers of the gift budget's preset end.
-- Makes  public_accounts (customer_id): accounts of an industry that the settings call public. The customers export
--        carries no date, so it holds at the newest date alone.

CREATE OR REPLACE TABLE coverage_periods AS
SELECT DISTINCT as_of, as_of - (getvariable('coverage_days')::INTEGER - 1) AS period_from
FROM as_of_dates
WHERE role IN ('now', 'quarter_end');

CREATE OR REPLACE TABLE coverage_accounts AS
WITH basis AS (
  SELECT coalesce(getvariable('abc_measure'),
                  CASE WHEN getvariable('has_profit') THEN 'profit' ELSE 'revenue' END) AS measure
)
SELECT as_of,
       customer_id,
       coalesce(CASE WHEN getvariable('abc_preset') = 'by-customers' AND measure = 'profit' THEN abc_customers_profit
                     WHEN getvariable('abc_preset') = 'by-customers' THEN abc_customers_revenue
                     WHEN measure = 'profit' THEN abc_value_profit
                     ELSE abc_value_revenue END, 'none') AS class,
       first_order_on,
       orders > 0 AS ordered
FROM basis, activity
JOIN coverage_periods USING (as_of)
JOIN abc USING (as_of, customer_id)
WHERE first_order_on IS NOT NULL
  -- Past dates are read for the visit plan alone: without contacts there is none.
  AND (as_of = (SELECT max(as_of) FROM coverage_periods) OR EXISTS (SELECT 1 FROM interactions));

CREATE OR REPLACE TABLE coverage_values AS
SELECT customer_id,
       sum(amount)::DECIMAL(24, 4) AS revenue,
       CASE WHEN getvariable('has_profit') AND getvariable('margin') IS NULL THEN sum(costed_profit)::DECIMAL(24, 4)
            WHEN getvariable('has_profit')
              THEN sum(costed_profit + uncosted_amount * getvariable('margin')::DECIMAL(6, 4))::DECIMAL(24, 4) END AS profit
FROM purchases, coverage_periods
WHERE as_of = (SELECT as_of FROM as_of_dates WHERE role = 'now') AND day BETWEEN period_from AND as_of
GROUP BY customer_id;

CREATE OR REPLACE TABLE public_accounts AS
SELECT customer_id FROM accounts
WHERE list_contains(getvariable('public_industries')::VARCHAR[], lower(industry))
ORDER BY customer_id;

CREATE OR REPLACE TABLE budget_marks AS SELECT unnest(getvariable('budget_marks')::INTEGER[]) AS percent;
