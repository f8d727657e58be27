-- The fits' parameters with standard errors and 95% intervals. Times are in weeks, money (Gamma-Gamma's v) in the
-- currency.

SELECT as_of, model, parameter, estimate, standard_error, low, high
FROM lifetime_parameters JOIN lifetime_fits USING (as_of, model)
WHERE customers >= getvariable('smallest_cell')
ORDER BY as_of, model = 'gamma-gamma', "primary" DESC, place;
