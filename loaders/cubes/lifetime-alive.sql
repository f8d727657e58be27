-- Customers by P(alive) at the newest date, in bins of 0.1 (the last one holds 1): those of the window's revenue and of
-- the value still to come. Empty bins, and all where every model was refused, are left out.

SELECT least(floor(p_alive * 10), 9)::INTEGER AS bin,
       count(*) AS customers,
       minor(sum(revenue)) AS revenue,
       minor(sum(clv_future)) AS clv_future
FROM lifetime_values JOIN activity USING (as_of, customer_id)
WHERE as_of = (SELECT max(as_of) FROM lifetime_values) AND p_alive IS NOT NULL
GROUP BY bin
ORDER BY bin;
