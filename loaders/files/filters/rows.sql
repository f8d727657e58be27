-- The rows of filters that the tables' queries read: those at filter_date, or at every as-of date where it is null; of the
-- charts' parts those at brush_date likewise.
-- Reads  every_filter_row, as_of_dates; variables filter_date, brush_date. Makes  filter_rows (as_of, customer_id, key).

CREATE OR REPLACE TEMP TABLE filter_rows AS
SELECT * FROM every_filter_row
WHERE as_of = coalesce(CASE WHEN key < 10000 THEN getvariable('filter_date') ELSE getvariable('brush_date') END, as_of)
  AND as_of IN (SELECT as_of FROM as_of_dates WHERE role IN ('now', 'quarter_end'));
