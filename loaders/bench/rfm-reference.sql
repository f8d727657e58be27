-- One plain query over the same customers: the quintile breaks alone.
SELECT quantile_cont(recency_days::DOUBLE, [0.2, 0.4, 0.6, 0.8]),
       quantile_cont(orders::DOUBLE, [0.2, 0.4, 0.6, 0.8]),
       quantile_cont(rfm_value::DOUBLE, [0.2, 0.4, 0.6, 0.8])
FROM activity;
