-- The 125 cells at the newest date, under every scheme.

SELECT scheme, r, f, m,
       count(*) AS customers,
       sum(orders)::BIGINT AS orders,
       minor(sum(revenue)) AS revenue,
       minor(sum(profit)) AS profit,
       round(sum(recency_days)::DOUBLE / count(*), 1) AS recency_days
FROM newest_schemes
GROUP BY scheme, r, f, m
ORDER BY scheme_place(scheme), r DESC, f DESC, m DESC;
