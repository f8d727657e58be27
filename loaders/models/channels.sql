-- Contacts held in the newest period, with their channel and what one costs; and the touchpoints that are wanted.
-- Reads  interactions, coverage_periods, coverage_accounts; variables channel_of (kind, channel), contact_costs (channel,
--        cost: in money, or in units where contact_costs_in says so), touchpoints, information_contents,
--        service_contents (contents that answer each need).
-- Makes  contacts, one row per contact held, of anyone: class none where the account is no customer; need is
--        information, service or unknown; touchpoint null where no touchpoint takes its kind (the first that does counts).
-- Makes  touchpoint_plan, one row per touchpoint of the settings, in their order.

CREATE OR REPLACE TABLE touchpoint_plan AS
SELECT point.* FROM (SELECT unnest(getvariable('touchpoints')) AS point) ORDER BY point.place;

CREATE OR REPLACE TABLE contacts AS
WITH newest AS (SELECT * FROM coverage_periods WHERE as_of = (SELECT max(as_of) FROM coverage_periods)),
classes AS (SELECT customer_id, class FROM coverage_accounts WHERE as_of = (SELECT as_of FROM newest)),
channels AS (
  SELECT entry.kind AS kind, entry.channel AS channel FROM (SELECT unnest(getvariable('channel_of')) AS entry)
),
costs AS (
  SELECT entry.channel AS channel, entry.cost AS cost FROM (SELECT unnest(getvariable('contact_costs')) AS entry)
),
points AS (
  SELECT kind, min(place) AS touchpoint
  FROM (SELECT unnest(kinds) AS kind, place FROM touchpoint_plan)
  GROUP BY kind
)
SELECT sequence,
       customer_id,
       coalesce(class, 'none')::ENUM('A', 'B', 'C', 'D', 'none') AS class,
       occurred_on,
       occurred_at,
       kind,
       coalesce(channels.channel, 'other') AS channel,
       cost AS contact_cost,
       initiated_by::ENUM('company', 'customer') AS initiated_by,
       content::ENUM('emotion', 'idea', 'information', 'policy', 'product') AS content,
       CASE WHEN list_contains(getvariable('information_contents'), content) THEN 'information'
            WHEN list_contains(getvariable('service_contents'), content) THEN 'service'
            ELSE 'unknown' END::ENUM('information', 'service', 'unknown') AS need,
       touchpoint,
       goal,
       due_on,
       achieved
FROM interactions
JOIN newest ON occurred_on BETWEEN period_from AND as_of
LEFT JOIN classes USING (customer_id)
LEFT JOIN channels USING (kind)
JOIN costs ON costs.channel = coalesce(channels.channel, 'other')
LEFT JOIN points USING (kind)
WHERE status = 'held';

CREATE OR REPLACE TABLE contact_settings AS
SELECT getvariable('contact_costs_in') AS costs_in,
       getvariable('effect_days')::INTEGER AS effect_days,
       getvariable('due_without_order')::BOOLEAN AS due_without_order,
       getvariable('touchpoint_reach')::DOUBLE AS touchpoint_reach;
