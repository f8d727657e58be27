-- Customers with a valid complaint by how it was handled and whether they still buy. Reads  complaint_cases.

SELECT handling, buying, count(*) AS customers
FROM complaint_cases
GROUP BY handling, buying
ORDER BY list_position(['well', 'poorly', 'unasked', 'unresolved'], handling),
         list_position(['buying', 'gone', 'young', 'untold'], buying);
