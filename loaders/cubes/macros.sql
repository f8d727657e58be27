-- What the cubes' queries share. Reads  variable minor_units (100 for cents).

-- Money as a whole number of minor units.
CREATE OR REPLACE TEMP MACRO minor(money) AS CAST(round(money * getvariable('minor_units')) AS BIGINT);

-- Gini of values that may be negative, normalised by the sum of their absolute values (Raffinetti, Siletti, Vernizzi
-- 2015), from the sum over places i = 1 … n, smallest first, of (2i - n - 1) times the value.
CREATE OR REPLACE TEMP MACRO gini(weighted, n, absolute) AS weighted::DOUBLE / nullif(n * absolute::DOUBLE, 0);
