-- The visit plan 客户访问管理表: what was due at each account, and what was held.
-- Reads  coverage_periods, coverage_accounts, interactions; variables visit_plan (class, role, kind, least and most
--        contacts a year, null for as needed), blank_role (whose a contact without a role is, or null for nobody's) and
--        due_without_order.
-- Makes  visit_lines, a view of one row per as-of date, account and scored line of the plan.
-- Makes  visit_results, those of the newest date.
-- Makes  visit_compliance, one row per as-of date and scored line.
-- Accounts without an order in the report's window are in neither (chosen; due_without_order says otherwise): a class by
-- number of customers goes on to those who bring nothing, and nobody owes them the visits of that class.
--   due        the plan's minimum over the days in which the account was a customer and the export had begun: a month is
--              a twelfth of 365 days; a part of a contact is not due
--   most       the plan's maximum over the same days, a part of a contact counted as one
--   held       contacts held in those days, whoever began them
--   met        held, up to what was due: what one account got too much of makes up for no other
--   standing   over (held above most), else not_due (nothing due), under (held below due) or within
--   planned    planned for a day that has passed, and neither held (no held contact of that day, kind and role) nor
--              cancelled; cancelled are counted apart too

CREATE OR REPLACE TABLE visit_plan_lines AS
SELECT line.class AS class, line.role AS role, line.kind AS kind, line.least AS least, line.most AS most,
       dense_rank() OVER (ORDER BY line.role, line.kind)::TINYINT AS of_kind
FROM (SELECT unnest(getvariable('visit_plan')) AS line)
WHERE line.least IS NOT NULL;

-- Accounts have numbers here, since those are quicker to group by than the texts of their ids.
CREATE OR REPLACE TABLE visit_customers AS
SELECT customer_id, first_order_on, row_number() OVER ()::INTEGER AS account
FROM (SELECT customer_id, min(first_order_on) AS first_order_on FROM coverage_accounts GROUP BY customer_id);

CREATE OR REPLACE TABLE visit_accounts AS
SELECT as_of, account, class, greatest(period_from, first_contact, coverage_accounts.first_order_on) AS counted_from
FROM coverage_accounts
JOIN visit_customers USING (customer_id)
JOIN coverage_periods USING (as_of), (SELECT min(occurred_on) AS first_contact FROM interactions)
WHERE first_contact <= as_of AND (ordered OR getvariable('due_without_order'));

CREATE OR REPLACE MACRO visits_due(least, days) AS floor(least * days / 365 + 1e-9)::INTEGER;
CREATE OR REPLACE MACRO visits_most(most, days) AS ceil(most * days / 365 - 1e-9)::INTEGER;

-- Each day lies in the periods of neighbouring dates, first_date to last_date: contacts are counted by those before they
-- are counted date by date, so that no contact is looked at once for each date.
CREATE OR REPLACE TABLE visit_contacts AS
WITH periods AS (
  SELECT occurred_on, min(as_of) AS first_date, max(as_of) AS last_date
  FROM (SELECT DISTINCT occurred_on FROM interactions) JOIN coverage_periods ON occurred_on BETWEEN period_from AND as_of
  GROUP BY occurred_on
),
kinds AS (SELECT DISTINCT role, kind, of_kind FROM visit_plan_lines),
told AS (
  SELECT account, occurred_on, of_kind, status, first_date, last_date
  FROM interactions
  JOIN kinds ON kinds.kind = interactions.kind AND kinds.role = coalesce(interactions.role, getvariable('blank_role'))
  JOIN periods USING (occurred_on)
  JOIN visit_customers USING (customer_id)
  WHERE occurred_on >= first_order_on
),
counted AS (
  SELECT account, of_kind, first_date, last_date, count(*) AS held, 0 AS planned, 0 AS cancelled
  FROM told
  WHERE status = 'held'
  GROUP BY ALL
  UNION ALL
  SELECT account, of_kind, first_date, last_date, 0, 0, count(*)
  FROM told
  WHERE status = 'cancelled'
  GROUP BY ALL
  UNION ALL
  SELECT account, of_kind, first_date, last_date, 0, count(*), 0
  FROM (FROM told WHERE status = 'planned') AS planned
  ANTI JOIN (FROM told WHERE status = 'held') AS held USING (account, occurred_on, of_kind)
  GROUP BY ALL
)
SELECT as_of, account, of_kind,
       sum(held)::INTEGER AS held, sum(planned)::INTEGER AS planned, sum(cancelled)::INTEGER AS cancelled
FROM counted JOIN coverage_periods ON as_of BETWEEN first_date AND last_date
GROUP BY as_of, account, of_kind;

-- Only what is asked for is worked out: accounts and lines of every date together are many.
CREATE OR REPLACE VIEW visit_lines AS
WITH lines AS (
  SELECT as_of, account, customer_id, class, role, kind, of_kind,
         visits_due(least, as_of - counted_from + 1) AS due,
         visits_most(most, as_of - counted_from + 1) AS most
  FROM visit_accounts
  JOIN visit_customers USING (account)
  JOIN visit_plan_lines USING (class)
)
SELECT as_of, customer_id, class, role, kind, due, most,
       coalesce(held, 0) AS held,
       least(coalesce(held, 0), due) AS met,
       greatest(coalesce(held, 0) - most, 0) AS over_contacts,
       CASE WHEN coalesce(held, 0) > most THEN 'over'
            WHEN due = 0 THEN 'not_due'
            WHEN coalesce(held, 0) < due THEN 'under'
            ELSE 'within' END AS standing,
       coalesce(planned, 0) AS planned,
       coalesce(cancelled, 0) AS cancelled
FROM lines LEFT JOIN visit_contacts USING (as_of, account, of_kind);

CREATE OR REPLACE TABLE visit_results AS
SELECT * EXCLUDE (as_of) FROM visit_lines
WHERE as_of = (SELECT max(as_of) FROM coverage_periods)
ORDER BY customer_id, role, kind;

CREATE OR REPLACE TABLE visit_compliance AS
WITH due AS (  -- what is due hangs on the class and the days alone
  SELECT as_of, class, of_kind, role, kind,
         sum(customers)::BIGINT AS customers,
         sum(customers * visits_due(least, as_of - counted_from + 1))::BIGINT AS due
  FROM (SELECT as_of, class, counted_from, count(*) AS customers FROM visit_accounts GROUP BY ALL)
  JOIN visit_plan_lines USING (class)
  GROUP BY ALL
),
done AS (
  SELECT as_of, class, of_kind,
         sum(held)::BIGINT AS held,
         sum(least(held, visits_due(least, as_of - counted_from + 1)))::BIGINT AS met,
         sum(greatest(held - visits_most(most, as_of - counted_from + 1), 0))::BIGINT AS over_contacts,
         sum(planned)::BIGINT AS planned,
         sum(cancelled)::BIGINT AS cancelled
  FROM visit_contacts JOIN visit_accounts USING (as_of, account) JOIN visit_plan_lines USING (class, of_kind)
  GROUP BY ALL
)
SELECT as_of, class, role, kind, customers, due,
       coalesce(held, 0) AS held,
       coalesce(met, 0) AS met,
       coalesce(over_contacts, 0) AS over_contacts,
       coalesce(planned, 0) AS planned,
       coalesce(cancelled, 0) AS cancelled
FROM due LEFT JOIN done USING (as_of, class, of_kind)
ORDER BY as_of, class, role, kind;
