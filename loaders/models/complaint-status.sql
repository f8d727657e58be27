-- Where each complaint stood at each as-of date.
-- Reads  complaints, service_buying, as_of_dates; variable complaint_limit_hours.
-- Makes  complaint_status, one row per as-of date and complaint opened by then:
--   is_valid   not judged invalid. The verdict has no date of its own: handling begins with it, so it counts from the
--              opening. Who is not judged has the benefit of the doubt (is_judged says who was)
--   resolved_on, hours   null where open at the date. Hours by the clock where both ends have one, else whole days
--   timing     in_limit (the limit itself is within it), late, overdue (open, and past the limit), in_time (open)
--   satisfied  as told on the resolution, so null before it
--   outcome    invalid, open, unsatisfied, unasked, satisfied_untold, satisfied_young, satisfied_gone, satisfied_buying:
--              they part the complaints
--   handling   of the valid: well (in the limit and satisfied), poorly (late, or unsatisfied), unasked (in the limit),
--              unresolved

CREATE OR REPLACE TABLE complaint_status AS
WITH days AS (SELECT DISTINCT as_of, window_from FROM as_of_dates WHERE role IN ('now', 'quarter_end')),
at_date AS (
  SELECT as_of, window_from, complaints.* EXCLUDE (resolved_on, resolved_at, satisfied, valid),
         valid IS DISTINCT FROM false AS is_valid,
         valid IS NOT NULL AS is_judged,
         CASE WHEN resolved_on BETWEEN opened_on AND as_of THEN resolved_on END AS resolved_on,
         CASE WHEN resolved_on BETWEEN opened_on AND as_of THEN satisfied END AS satisfied,
         -- Midnight is what a day without a time of day is written as.
         CASE WHEN opened_at = opened_on::TIMESTAMP OR resolved_at = resolved_on::TIMESTAMP OR resolved_at < opened_at
                THEN 24.0 * (resolved_on - opened_on)
              ELSE date_diff('second', opened_at, resolved_at) / 3600.0 END AS hours
  FROM days JOIN complaints ON opened_on <= as_of
),
timed AS (
  SELECT * EXCLUDE (hours),
         CASE WHEN resolved_on IS NOT NULL THEN hours::DOUBLE END AS hours,
         CASE WHEN resolved_on IS NOT NULL
                THEN CASE WHEN hours <= getvariable('complaint_limit_hours') THEN 'in_limit' ELSE 'late' END
              WHEN 24.0 * (as_of - opened_on) > getvariable('complaint_limit_hours') THEN 'overdue'
              ELSE 'in_time' END AS timing
  FROM at_date
)
SELECT timed.as_of,
       timed.customer_id,
       timed.sequence,
       opened_on,
       opened_on >= window_from AS in_window,
       cause, cause_detail, severity, compensation,
       is_valid, is_judged,
       resolved_on, hours, timing, satisfied,
       anchor_on, usual_gap, buying,
       CASE WHEN NOT is_valid THEN 'invalid'
            WHEN resolved_on IS NULL THEN 'open'
            WHEN satisfied IS NULL THEN 'unasked'
            WHEN NOT satisfied THEN 'unsatisfied'
            ELSE 'satisfied_' || buying END AS outcome,
       CASE WHEN NOT is_valid THEN NULL
            WHEN resolved_on IS NULL THEN 'unresolved'
            WHEN timing = 'late' OR NOT satisfied THEN 'poorly'
            WHEN satisfied THEN 'well'
            ELSE 'unasked' END AS handling
FROM timed
JOIN service_buying ON about = 'complaint' AND service_buying.as_of = timed.as_of AND service_buying.sequence = timed.sequence;
