-- What each customer's page tells of dealings with it, one row per customer, as JSON with a list for each column: the
-- newest rows, at most as many as the variable customer_rows.
-- Reads  assessments, complaint_status, survey_status, events, opportunities, alerts; the cubes' macros;
--        variables customers_as_of, customer_rows.
-- Makes  customer_contacts: each contact's newest levels, with those before them. An assessment that names no contact is
--        of the account as a whole.
-- Makes  customer_complaints, customer_surveys, customer_events, customer_signals.

CREATE OR REPLACE TEMP TABLE customer_contacts AS
WITH told AS (
  SELECT customer_id, contact_id, contact_role, assessed_on, personal, company,
         lead(assessed_on) OVER back AS before_on,
         lead(personal) OVER back AS personal_before,
         lead(company) OVER back AS company_before,
         row_number() OVER back AS place,
         count(*) OVER (PARTITION BY customer_id, contact_id) AS assessments
  FROM assessments
  WHERE assessed_on <= getvariable('customers_as_of')
  WINDOW back AS (PARTITION BY customer_id, contact_id ORDER BY assessed_on DESC, sequence DESC)
),
listed AS (
  SELECT customer_id,
         list(told ORDER BY assessed_on DESC, contact_id NULLS FIRST)[:getvariable('customer_rows')] AS rows
  FROM told
  WHERE place = 1
  GROUP BY customer_id
)
SELECT customer_id,
       to_json({'contact_id': [row.contact_id FOR row IN rows], 'contact_role': [row.contact_role FOR row IN rows],
        'assessed_on': [row.assessed_on FOR row IN rows], 'personal': [row.personal FOR row IN rows],
        'company': [row.company FOR row IN rows], 'before_on': [row.before_on FOR row IN rows],
        'personal_before': [row.personal_before FOR row IN rows],
        'company_before': [row.company_before FOR row IN rows],
        'assessments': [row.assessments FOR row IN rows]}) AS contacts
FROM listed;

CREATE OR REPLACE TEMP TABLE customer_complaints AS
WITH told AS (
  SELECT customer_id, opened_on, coalesce(cause, 'unknown') AS cause, coalesce(cause_detail, 'unknown') AS detail, severity,
         is_valid, resolved_on, timing, satisfied, minor(compensation) AS compensation, sequence
  FROM complaint_status
  WHERE as_of = getvariable('customers_as_of')
),
listed AS (
  SELECT customer_id, count(*) AS told,
         list(told ORDER BY opened_on DESC, sequence DESC)[:getvariable('customer_rows')] AS rows
  FROM told
  GROUP BY customer_id
)
SELECT customer_id,
       to_json({'all': told, 'opened_on': [row.opened_on FOR row IN rows], 'cause': [row.cause FOR row IN rows],
        'detail': [row.detail FOR row IN rows], 'severity': [row.severity FOR row IN rows],
        'is_valid': [row.is_valid FOR row IN rows], 'resolved_on': [row.resolved_on FOR row IN rows],
        'timing': [row.timing FOR row IN rows], 'satisfied': [row.satisfied FOR row IN rows],
        'compensation': [row.compensation FOR row IN rows]}) AS complaints
FROM listed;

CREATE OR REPLACE TEMP TABLE customer_surveys AS
WITH told AS (
  SELECT customer_id, sent_on, method, reached, round(difference, 4)::DOUBLE AS difference, intends_to_buy,
         would_recommend, sequence
  FROM survey_status
  WHERE as_of = getvariable('customers_as_of')
),
listed AS (
  SELECT customer_id, count(*) AS told,
         list(told ORDER BY sent_on DESC, sequence DESC)[:getvariable('customer_rows')] AS rows
  FROM told
  GROUP BY customer_id
)
SELECT customer_id,
       to_json({'all': told, 'sent_on': [row.sent_on FOR row IN rows], 'method': [row.method FOR row IN rows],
        'reached': [row.reached FOR row IN rows], 'difference': [row.difference FOR row IN rows],
        'intends_to_buy': [row.intends_to_buy FOR row IN rows],
        'would_recommend': [row.would_recommend FOR row IN rows]}) AS surveys
FROM listed;

CREATE OR REPLACE TEMP TABLE customer_events AS
WITH told AS (
  SELECT events.customer_id, events.occurred_on, events.kind, events.note, opportunities.fit, sequence
  FROM events LEFT JOIN opportunities USING (sequence)
  WHERE events.occurred_on <= getvariable('customers_as_of')
),
listed AS (
  SELECT customer_id, count(*) AS told,
         list(told ORDER BY occurred_on DESC, sequence DESC)[:getvariable('customer_rows')] AS rows
  FROM told
  GROUP BY customer_id
)
SELECT customer_id,
       to_json({'all': told, 'occurred_on': [row.occurred_on FOR row IN rows], 'kind': [row.kind FOR row IN rows],
        'note': [row.note FOR row IN rows], 'fit': [row.fit FOR row IN rows]}) AS events
FROM listed;

CREATE OR REPLACE TEMP TABLE customer_signals AS
WITH told AS (
  SELECT customer_id, signal, round(size, 6) AS size, since, detail
  FROM alerts
  WHERE as_of = getvariable('customers_as_of')
),
listed AS (
  SELECT customer_id, list(told ORDER BY since, signal) AS rows FROM told GROUP BY customer_id
)
SELECT customer_id,
       to_json({'signal': [row.signal FOR row IN rows], 'size': [row.size FOR row IN rows],
        'since': [row.since FOR row IN rows], 'detail': [row.detail FOR row IN rows]}) AS signals
FROM listed;
