-- The future value of all customers at the newest date under other horizons and discount rates.

SELECT horizon_months, discount_rate, minor(clv_future) AS clv_future, chosen
FROM lifetime_sensitivity
ORDER BY horizon_months, discount_rate;
