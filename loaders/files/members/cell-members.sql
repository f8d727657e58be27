-- The largest customers by revenue of each cell of a table of filters, under each key, at the newest date.
-- Reads  member_cells (number, place: that of the cell among its table's), member_numbers;
--        variable members_most (how many of each cell and key).
SELECT place, key, rank
FROM member_cells
JOIN member_numbers USING (number)
QUALIFY row_number() OVER (PARTITION BY place, key ORDER BY rank) <= getvariable('members_most')
ORDER BY place, rank;
