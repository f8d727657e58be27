-- The past dates at which the warning was put to the test. Reads  variable smallest_cell, by told().

SELECT cut,
       until,
       customers,
       told(lapses) AS lapses,
       told(warned) AS warned,
       minor(at_stake) AS at_stake,
       CASE WHEN told(lapses) IS NOT NULL THEN minor(lost) END AS lost
FROM backtest_cuts
WHERE customers >= getvariable('smallest_cell')
ORDER BY cut;
