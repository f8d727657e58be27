-- Lifetime values of all together at every date by filters: the cube lifetime-values without its parts, with the sum of
-- what it gives a mean of. Reads  filter_rows, lifetime_values.
SELECT key, as_of,
       count(*) AS customers,
       -- Doubles add up to what their order makes of them; decimals do not.
       sum(p_alive::DECIMAL(18, 12))::DOUBLE AS p_alive_sum,
       minor(sum(clv_historic)) AS clv_historic,
       minor(sum(clv_future)) AS clv_future
FROM filter_rows JOIN lifetime_values USING (as_of, customer_id)
GROUP BY key, as_of
ORDER BY as_of, key;
