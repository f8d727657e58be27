-- The pages of the search by name and id: every place where a reader may begin to type (the start of a word, any Chinese
-- character, the character after one), in the order of what follows there.
-- Reads  customer_list (customer_id, id_text, name_text: as they are searched); accounts, scores; variables
--        customers_as_of, key_length (characters), same_keys (most customers under one key: what all names end in finds
--        some of them, and their own part of the name finds them), page_rows.
-- Gives  page, key (the page's first), id, name and rank (by revenue, 1 = largest), a list each.
WITH texts AS (
  SELECT customer_id, unnest([id_text, name_text]) AS text FROM customer_list
),
places AS (
  SELECT customer_id, text, unnest(range(1, length(text) + 1)) AS place FROM texts WHERE text <> ''
),
keys AS (
  SELECT DISTINCT customer_id, rtrim(substring(text, place, getvariable('key_length'))) AS key
  FROM places
  WHERE substring(text, place, 1) <> ' '
    AND (place = 1
         OR substring(text, place - 1, 1) = ' '
         OR regexp_matches(substring(text, place - 1, 2), '\p{Han}'))
),
ranked AS (
  SELECT key, customer_id, coalesce(revenue_rank, 0) AS rank,
         row_number() OVER (PARTITION BY key ORDER BY revenue_rank NULLS LAST, customer_id) AS among
  FROM keys JOIN scores USING (customer_id)
  WHERE as_of = getvariable('customers_as_of')
),
kept AS (
  SELECT *, (row_number() OVER (ORDER BY key, among) - 1) // getvariable('page_rows') AS page
  FROM ranked
  WHERE among <= getvariable('same_keys')
)
SELECT page, min(key) AS key,
       to_json({'id': list(customer_id ORDER BY key, among), 'name': list(name ORDER BY key, among),
                'rank': list(rank ORDER BY key, among)}) AS record
FROM kept LEFT JOIN accounts USING (customer_id)
GROUP BY page
ORDER BY page;
