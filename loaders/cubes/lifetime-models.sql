-- The fits at each as-of date, and why a model was refused. Reads  variable smallest_cell: fits to fewer customers
-- are left out.

SELECT as_of, model, "primary", ok, reason, log_likelihood, customers, warnings, correlation
FROM lifetime_fits
WHERE customers >= getvariable('smallest_cell')
ORDER BY as_of, model = 'gamma-gamma', "primary" DESC;
