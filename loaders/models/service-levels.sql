-- The five levels of key-account service: which is suggested for each customer, and which it seems to get.
-- Reads  scores, accounts, interactions, complaint_status, as_of_dates; variables service_preset, service_measure,
--        service_classes, high_influence, service_base_level, service_class_level, service_influence_level,
--        service_strategic_level, delivered_days, delivered_quarters, delivered_breadth, delivered_senior_contacts,
--        delivered_strategic_breadth, delivered_joint_days.
-- Makes  service_class (a macro), the primary ABC class of a row of scores; service_classes, that of each customer at the
--        newest date; service_levels, one row per customer that has bought by then: suggested, because (stage,
--        influence, class, no_order, everyone), delivered and gap. Nobody asks for these at a past date.
-- Suggested (chosen): everyone 2, class A and B with an order in the window 3, high influence 4, strategic wallet or partner on the grid 5; the highest
-- that holds.
-- Delivered (chosen), from contacts held in the days before the date, advertising aside, each level above those below:
--   0  a valid complaint is open past its limit
--   1  complaints are resolved, and there was a contact or a resolution
--   2  contact in 3 of the 4 quarters of that time
--   3  two or more of our roles, or of the customer's departments, took part
--   4  a visit or other contact of a marketing director or a general manager
--   5  a general manager among three or more roles, three or more departments, and a day with two roles together
-- Null, not known, where nothing is on record for the customer.

CREATE OR REPLACE TEMP MACRO service_class(customers_profit, customers_revenue, value_profit, value_revenue) AS
  coalesce(CASE WHEN coalesce(getvariable('service_measure'), CASE WHEN getvariable('has_profit') THEN 'profit' END) = 'profit'
                  THEN CASE WHEN getvariable('service_preset') = 'by-customers' THEN customers_profit ELSE value_profit END
                WHEN getvariable('service_preset') = 'by-customers' THEN customers_revenue
                ELSE value_revenue END, 'none');

CREATE OR REPLACE TABLE service_classes AS
SELECT as_of, customer_id,
       service_class(abc_customers_profit, abc_customers_revenue, abc_value_profit, abc_value_revenue) AS class
FROM scores
WHERE as_of = (SELECT max(as_of) FROM scores);

CREATE OR REPLACE TABLE service_levels AS
WITH newest AS (SELECT max(as_of) AS as_of FROM as_of_dates),
held AS (
  SELECT as_of, customer_id, occurred_on, department,
         (as_of - occurred_on) * 4 // getvariable('delivered_days') AS quarter,
         1 << list_position(['sales', 'manager', 'marketing_director', 'general_manager'], role) AS role
  FROM newest JOIN interactions ON occurred_on <= as_of AND as_of - occurred_on < getvariable('delivered_days')
  WHERE status = 'held' AND kind <> 'advertising'
),
-- An account has few departments: they are told apart here, not contact by contact.
by_department AS (
  SELECT as_of, customer_id, department,
         bit_or(1 << quarter) AS quarters,
         bit_or(role) AS roles,
         count(*) FILTER (role >= 1 << 3) AS seniors
  FROM held
  GROUP BY as_of, customer_id, department
),
by_customer AS (
  SELECT as_of, customer_id,
         bit_count(bit_or(quarters)) AS quarters,
         coalesce(bit_count(bit_or(roles)), 0) AS roles,
         count(DISTINCT lower(trim(department))) AS departments,
         sum(seniors) AS seniors,
         coalesce(bool_or(roles >= 1 << 4), false) AS general_manager
  FROM by_department
  GROUP BY as_of, customer_id
),
joint AS (
  SELECT customer_id, count(*) AS joint_days
  FROM (SELECT customer_id FROM held WHERE role IS NOT NULL GROUP BY customer_id, occurred_on HAVING min(role) <> max(role))
  GROUP BY customer_id
),
contacts AS (
  SELECT by_customer.*, coalesce(joint_days, 0) AS joint_days FROM by_customer LEFT JOIN joint USING (customer_id)
),
complained AS (
  SELECT as_of, customer_id,
         count(*) FILTER (is_valid AND timing = 'overdue') AS overdue,
         count(*) FILTER (as_of - resolved_on < getvariable('delivered_days')) AS resolved
  FROM complaint_status JOIN newest USING (as_of)
  GROUP BY as_of, customer_id
),
judged AS (
  SELECT as_of, customer_id, class, revenue, profit,
         CASE WHEN wallet_stage = 'strategic' OR grid_stage = 'partner' THEN 'stage' END AS by_stage,
         CASE WHEN list_contains(getvariable('high_influence'), lower(trim(influence))) THEN 'influence' END AS by_influence,
         CASE WHEN list_contains(getvariable('service_classes'), class)
                THEN CASE WHEN orders > 0 THEN 'class' ELSE 'no_order' END END AS by_class,
         CASE WHEN NOT EXISTS (FROM interactions) THEN NULL
              WHEN complained.overdue > 0 THEN 0
              WHEN quarters IS NULL THEN CASE WHEN resolved > 0 THEN 1 END
              WHEN quarters < getvariable('delivered_quarters') THEN 1
              WHEN greatest(roles, departments) < getvariable('delivered_breadth') THEN 2
              WHEN seniors < getvariable('delivered_senior_contacts') THEN 3
              WHEN general_manager
                   AND least(roles, departments) >= getvariable('delivered_strategic_breadth')
                   AND joint_days >= getvariable('delivered_joint_days') THEN 5
              ELSE 4 END::TINYINT AS delivered
  FROM newest
  JOIN scores USING (as_of)
  JOIN service_classes USING (as_of, customer_id)
  LEFT JOIN accounts USING (customer_id)
  LEFT JOIN contacts USING (as_of, customer_id)
  LEFT JOIN complained USING (as_of, customer_id)
  WHERE is_customer
),
suggestions AS (
  SELECT *,
         greatest(getvariable('service_base_level'),
                  CASE WHEN by_class = 'class' THEN getvariable('service_class_level') END,
                  CASE WHEN by_influence IS NOT NULL THEN getvariable('service_influence_level') END,
                  CASE WHEN by_stage IS NOT NULL THEN getvariable('service_strategic_level') END)::TINYINT AS suggested
  FROM judged
)
SELECT as_of, customer_id, class, suggested,
       CASE WHEN by_stage IS NOT NULL AND suggested = getvariable('service_strategic_level') THEN by_stage
            WHEN by_influence IS NOT NULL AND suggested = getvariable('service_influence_level') THEN by_influence
            WHEN by_class = 'class' AND suggested = getvariable('service_class_level') THEN by_class
            WHEN by_class = 'no_order' AND suggested = getvariable('service_base_level') THEN by_class
            ELSE 'everyone' END AS because,
       delivered,
       suggested - delivered AS gap,
       revenue, profit
FROM suggestions;
