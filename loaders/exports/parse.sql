-- How the text of an export's cell becomes a value. Each macro gives null where the text is blank or can't be read;
-- whether null is a fault is decided where the row is judged.

-- What exports write for "nothing". A list and not IN, which would become a join for each cell of each row.
CREATE OR REPLACE TEMP MACRO is_mark_of_nothing(t) AS
  list_contains(['\N', 'NULL', 'null', 'NaN', 'nan', 'None', 'N/A', '#N/A', 'NaT'], t);

-- Whether a cell is written as the quick way reads it: no spaces around it, no mark for "nothing", no 17850.0.
CREATE OR REPLACE TEMP MACRO is_plain_text(t) AS
  t >= '!' AND NOT ends_with(t, ' ') AND NOT ends_with(t, chr(9)) AND NOT ends_with(t, chr(13))
  AND NOT ends_with(t, chr(160)) AND NOT ends_with(t, chr(12288))
  AND NOT starts_with(t, chr(160)) AND NOT starts_with(t, chr(12288))
  AND CASE WHEN strlen(t) > 4 THEN true ELSE NOT is_mark_of_nothing(t) END;
CREATE OR REPLACE TEMP MACRO is_plain_id(t) AS is_plain_text(t) AND NOT ends_with(t, '.0') AND NOT ends_with(t, '.00');
CREATE OR REPLACE TEMP MACRO is_plain_day(t) AS t LIKE '____-__-__' OR t LIKE '____-__-__ %' OR t LIKE '____-__-__T%';

-- The text without spaces around it (the no-break and the full-width one, too); null where it is empty or a mark of
-- nothing. Nearly all cells are plain, and trimming takes several times as long as seeing that.
CREATE OR REPLACE TEMP MACRO trimmed(t) AS trim(t, E' \t\r\n' || chr(160) || chr(12288));
CREATE OR REPLACE TEMP MACRO text_of(t) AS
  CASE WHEN is_plain_text(t) THEN t
       WHEN trimmed(t) = '' OR is_mark_of_nothing(trimmed(t)) THEN NULL
       ELSE trimmed(t) END;

-- An identifier: 17850.0 is 17850 (a whole number that passed through a float on its way here).
CREATE OR REPLACE TEMP MACRO id_of(t) AS
  CASE WHEN ends_with(text_of(t), '.0') OR ends_with(text_of(t), '.00')
       THEN regexp_replace(text_of(t), '^([0-9]+)\.00?$', '\1')
       ELSE text_of(t) END;

-- The digits of a number as it may be typed, with its separators: (12.00) and 12.00- are -12.00; a currency sign before
-- or after it, spaces and apostrophes between its digits don't count.
CREATE OR REPLACE TEMP MACRO bare_number(t) AS
  CASE WHEN regexp_full_match(t, '\([^-−]*\)|[^-−]*[0-9]\s*[-−]')
       THEN '-' || regexp_replace(t, '[()\s\p{Sc}''−-]|CN¥|RMB|CNY|USD|EUR|GBP|元', '', 'g')
       ELSE replace(regexp_replace(t, '[\s\p{Sc}'']|CN¥|RMB|CNY|USD|EUR|GBP|元', '', 'g'), '−', '-') END;

-- 1,234.50. Commas stand before three digits (or two and then three: 1,23,456): 12,50 is no number, and never 1250.
CREATE OR REPLACE TEMP MACRO ungrouped(n) AS
  CASE WHEN NOT contains(n, ',') THEN n
       WHEN regexp_full_match(n, '[-+]?[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}(\.[0-9]*)?') THEN replace(n, ',', '') END;
CREATE OR REPLACE TEMP MACRO plain_number(t) AS ungrouped(bare_number(t));

-- The same where the comma is the decimal sign: 1.234,50.
CREATE OR REPLACE TEMP MACRO comma_number(t) AS ungrouped(translate(bare_number(t), '.,', ',.'));

-- CASE and not coalesce, here and below: DuckDB would work out the slow part for every row before it looks at the quick one.
CREATE OR REPLACE TEMP MACRO money_of(t) AS
  CASE WHEN try_cast(t AS DECIMAL(18, 4)) IS NOT NULL THEN try_cast(t AS DECIMAL(18, 4))
       ELSE try_cast(plain_number(text_of(t)) AS DECIMAL(18, 4)) END;
CREATE OR REPLACE TEMP MACRO number_of(t) AS
  CASE WHEN try_cast(t AS DECIMAL(18, 6)) IS NOT NULL THEN try_cast(t AS DECIMAL(18, 6))
       ELSE try_cast(plain_number(text_of(t)) AS DECIMAL(18, 6)) END;
CREATE OR REPLACE TEMP MACRO comma_money_of(t) AS try_cast(comma_number(text_of(t)) AS DECIMAL(18, 4));
CREATE OR REPLACE TEMP MACRO comma_number_of(t) AS try_cast(comma_number(text_of(t)) AS DECIMAL(18, 6));


-- A share in per cent may carry its sign: 45%.
CREATE OR REPLACE TEMP MACRO without_percent(t) AS regexp_replace(text_of(t), '\s*[%％]$', '');
CREATE OR REPLACE TEMP MACRO percent_of(t) AS number_of(without_percent(t));
CREATE OR REPLACE TEMP MACRO comma_percent_of(t) AS comma_number_of(without_percent(t));

CREATE OR REPLACE TEMP MACRO flag_of(t) AS
  CASE WHEN list_contains(['true', 't', 'yes', 'y', '1', '1.0', '是', '有'], lower(text_of(t))) THEN true
       WHEN list_contains(['false', 'f', 'no', 'n', '0', '0.0', '否', '无'], lower(text_of(t))) THEN false END;

-- A day between 1900 and 2200; anything else is a typing error or a mark for "never".
CREATE OR REPLACE TEMP MACRO plausible_day(d) AS
  CASE WHEN d BETWEEN DATE '1900-01-01' AND DATE '2200-12-31' THEN d END;
-- DuckDB's own cast reads 2025-01-099 as the 9th: what follows the day must be a time.
CREATE OR REPLACE TEMP MACRO day_of(t) AS
  CASE WHEN is_plain_day(t) THEN plausible_day(try_cast(t AS DATE))
       WHEN regexp_full_match(t, '\s*[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}([ T].*)?\s*')
       THEN plausible_day(try_cast(t AS DATE)) END;

-- The day part of "31/12/2024 08:26" and of "31/12/2024T08:26"; the T of 31-OCT-2024 follows no digit.
CREATE OR REPLACE TEMP MACRO day_part(t) AS
  CASE WHEN contains(t, 'T') THEN regexp_replace(split_part(text_of(t), ' ', 1), '([0-9])T.*$', '\1')
       ELSE split_part(text_of(t), ' ', 1) END;
CREATE OR REPLACE TEMP MACRO formatted_day_of(t, f) AS
  plausible_day(CASE WHEN try_strptime(text_of(t), f) IS NOT NULL THEN try_strptime(text_of(t), f)
                     ELSE try_strptime(day_part(t), f) END::DATE);

-- A moment is a day, or a day and a clock: "2025-03-01 14:30", "31/12/2024 2:30 PM". The clock counts as it is written,
-- whatever zone stands behind it: what matters is the hour where the customer was met.
CREATE OR REPLACE TEMP MACRO clock_text(t) AS regexp_extract(text_of(t), '[\sT]([0-9]{1,2}:[0-9].*)$', 1);
CREATE OR REPLACE TEMP MACRO without_clock(t) AS trimmed(regexp_replace(text_of(t), '[\sT][0-9]{1,2}:[0-9].*$', ''));
CREATE OR REPLACE TEMP MACRO without_zone(c) AS regexp_replace(c, '\s*(Z|UTC|GMT|[+-][0-9]{2}(:?[0-9]{2})?)$', '');
CREATE OR REPLACE TEMP MACRO clock_of(c) AS
  CASE WHEN regexp_full_match(without_zone(c), '[0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2}([.][0-9]+)?)?')
       THEN try_cast(without_zone(c) AS TIME)
       ELSE try_strptime(upper(without_zone(c)), ['%I:%M %p', '%I:%M:%S %p', '%I:%M%p', '%I:%M:%S%p'])::TIME END;
CREATE OR REPLACE TEMP MACRO at_clock(d, c) AS CASE WHEN c = '' THEN d::TIMESTAMP ELSE d + clock_of(c) END;
CREATE OR REPLACE TEMP MACRO plausible_moment(m) AS CASE WHEN plausible_day(m::DATE) IS NOT NULL THEN m END;
CREATE OR REPLACE TEMP MACRO moment_of(t) AS
  CASE WHEN regexp_full_match(without_clock(t), '[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}')
       THEN at_clock(day_of(without_clock(t)), clock_text(t)) END;
CREATE OR REPLACE TEMP MACRO formatted_moment_of(t, f) AS
  CASE WHEN try_strptime(text_of(t), f) IS NOT NULL THEN plausible_moment(try_strptime(text_of(t), f))
       ELSE at_clock(plausible_day(try_strptime(without_clock(t), f)::DATE), clock_text(t)) END;

-- A word of a list as it is compared: "Marketing director", "marketing_director" and "Marketing-Director" are one.
CREATE OR REPLACE TEMP MACRO bare_word(t) AS regexp_replace(lower(t), '[\s\p{Z}_-]+', '', 'g');
