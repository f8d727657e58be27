-- Of all lapses, and of the money lost with them, the share among the first twentieths of each ranking, pooled over the
-- cuts where the ranking can be followed. Reads  variable smallest_cell: nothing where a twentieth, or the lapses, are too few.

SELECT rule,
       part,
       sum(caught)::DOUBLE / sum(lapses)::DOUBLE AS caught,
       coalesce(sum(money_caught)::DOUBLE / nullif(sum(lost), 0)::DOUBLE, 0) AS money
FROM backtest_curve JOIN backtest_cuts USING (cut)
GROUP BY rule, part
HAVING sum(customers) >= 20 * getvariable('smallest_cell') AND sum(lapses) >= getvariable('smallest_cell')
ORDER BY rule, part;
