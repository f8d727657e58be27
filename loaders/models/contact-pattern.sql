-- Who was met: the breadth of each account's contacts, and its last visit by a manager or higher.
-- Reads  interactions, as_of_dates; variables contact_days (the stretch that counts, ending on the date) and
--        senior_visit_days (how long a senior visit counts as regular).
-- Makes  contact_pattern, one row per account with an interaction held by the newest date, the only one at which it is
--        asked for. What was planned or cancelled is no contact; a department or person that the export leaves blank is
--        not counted.

CREATE OR REPLACE TABLE contact_pattern AS
WITH newest AS (SELECT max(as_of) AS as_of FROM as_of_dates),
-- An account knows few people: what is counted once is counted among these, not among all contacts.
people AS (
  SELECT as_of, customer_id, department, contact_id,
         count(*) FILTER (occurred_on > as_of - getvariable('contact_days')::INTEGER) AS contacts,
         max(occurred_on) FILTER (kind = 'visit' AND role IN ('manager', 'marketing_director', 'general_manager')) AS senior_on
  FROM newest JOIN interactions ON occurred_on <= as_of
  WHERE status = 'held'
  GROUP BY as_of, customer_id, department, contact_id
)
SELECT as_of,
       customer_id,
       sum(contacts)::INTEGER AS contacts_held,
       count(DISTINCT nullif(lower(trim(department)), '')) FILTER (contacts > 0)::INTEGER AS departments,
       count(DISTINCT contact_id) FILTER (contacts > 0)::INTEGER AS people,
       max(senior_on) AS senior_visit_on,
       coalesce(max(senior_on) > as_of - getvariable('senior_visit_days')::INTEGER, false) AS senior_visit_regular
FROM people
GROUP BY as_of, customer_id;
