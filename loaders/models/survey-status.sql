-- How far each survey's loop had come at each as-of date, and what the answers say.
-- Reads  surveys, service_buying, as_of_dates. Makes
--   survey_status, one row per as-of date and survey sent by then: reached (sent, responded, analysed, acted, fed_back), the
--     last step on record by the date. A later step counts as having passed those before it; without an answer there is
--     nothing to analyse, and the survey stays sent. The loop is closed only when fed back.
--   survey_answers, one row per as-of date and customer who has answered by then: its newest answer (then the later row);
--     difference, perceived less expected. The answer's words carry the day of the answer.

CREATE OR REPLACE TABLE survey_status AS
WITH days AS (SELECT DISTINCT as_of, window_from FROM as_of_dates WHERE role IN ('now', 'quarter_end')),
at_date AS (
  SELECT as_of, sent_on >= window_from AS in_window, customer_id, sequence, method, coverage, sent_on, responded_on,
         coalesce(responded_on BETWEEN sent_on AND as_of, false) AS responded,
         coalesce(analysed_on <= as_of, false) AS analysed,
         coalesce(action_on <= as_of, false) AS acted,
         coalesce(fed_back_on <= as_of, false) AS fed_back,
         perceived, expected, intends_to_buy, would_recommend
  FROM days JOIN surveys ON sent_on <= as_of
)
SELECT at_date.as_of, in_window, at_date.customer_id, at_date.sequence, method, coverage, sent_on,
       CASE WHEN responded THEN responded_on END AS responded_on,
       CASE WHEN NOT responded THEN 'sent'
            WHEN fed_back THEN 'fed_back'
            WHEN acted THEN 'acted'
            WHEN analysed THEN 'analysed'
            ELSE 'responded' END AS reached,
       CASE WHEN responded THEN perceived - expected END AS difference,
       CASE WHEN responded THEN greatest(perceived, expected) END AS highest,
       CASE WHEN responded THEN intends_to_buy END AS intends_to_buy,
       CASE WHEN responded THEN would_recommend END AS would_recommend,
       buying
FROM at_date
LEFT JOIN service_buying
  ON about = 'survey' AND service_buying.as_of = at_date.as_of AND service_buying.sequence = at_date.sequence;

CREATE OR REPLACE TABLE survey_answers AS
SELECT as_of, customer_id, sequence, responded_on, difference, highest, intends_to_buy, would_recommend, buying
FROM survey_status
WHERE responded_on IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY as_of, customer_id ORDER BY responded_on DESC, sequence DESC) = 1;
