-- The largest customers of each cell, by revenue. Reads  variable members (how many of each cell).

SELECT scheme, r, f, m, customer_id, name, recency_days, orders, minor(revenue) AS revenue, minor(profit) AS profit
FROM newest_schemes LEFT JOIN accounts USING (customer_id)
QUALIFY row_number() OVER (PARTITION BY scheme, r, f, m ORDER BY revenue DESC, customer_id) <= getvariable('members')
ORDER BY scheme_place(scheme), r DESC, f DESC, m DESC, newest_schemes.revenue DESC, customer_id;
