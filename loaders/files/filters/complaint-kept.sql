-- Customers with a valid complaint by how it was handled and whether they still buy, by filters: as the cube
-- complaint-kept, at any date: each by its newest complaint whose buying can be told, else its newest.
-- Reads  filter_rows, complaint_status.
WITH cases AS (
  SELECT as_of, customer_id, handling, buying
  FROM complaint_status
  WHERE is_valid
  QUALIFY row_number() OVER (PARTITION BY as_of, customer_id
                             ORDER BY buying IN ('buying', 'gone') DESC, opened_on DESC, sequence DESC) = 1
)
SELECT key, as_of, handling, buying, count(*) AS customers
FROM filter_rows
JOIN cases USING (as_of, customer_id)
GROUP BY key, as_of, handling, buying
ORDER BY as_of,
         list_position(['well', 'poorly', 'unasked', 'unresolved'], handling),
         list_position(['buying', 'gone', 'young', 'untold'], buying),
         key;
