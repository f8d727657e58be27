-- Every customer's page as one JSON record, by file and id. The columns that may leave are listed in columns.ts.
-- Reads  customer_list (customer_id, shard), what histories.sql and dealings.sql make, accounts, scores, rfm_primary,
--        lifetime_values, metal_pyramid, hsbc_pyramid, chase_pyramid, value_types, customer_types, lifecycle, grid,
--        wallet, contact_pattern, service_levels, account_costs, alert_accounts; the cubes' macros; variable
--        customers_as_of.
-- Gives  shard, record.
-- The columns of the customers export carry no date: they are as of the export. The lists come as JSON: joining lists
-- takes seven times as long as joining their text. Tables of many days are cut down to one before they are joined.
WITH now AS (SELECT * FROM scores WHERE as_of = getvariable('customers_as_of'))
SELECT shard,
       to_json({
         'id': customer_id,
         'name': accounts.name,
         'account': CASE WHEN accounts.customer_id IS NOT NULL THEN
           {'region': region, 'industry': industry, 'owner': owner, 'since': accounts.since, 'status': status,
            'parent_id': parent_id, 'influence': influence} END,
         'now': {'is_customer': now.is_customer, 'is_refund_only': is_refund_only, 'first_order_on': now.first_order_on,
                 'last_order_on': last_order_on, 'recency_days': recency_days, 'orders': now.orders,
                 'revenue': minor(now.revenue), 'profit': minor(now.profit), 'orders_ever': orders_ever,
                 'revenue_ever': minor(revenue_ever), 'cost_to_serve': minor(cost_to_serve),
                 'cost_so_far': minor(cost_so_far)},
         'purchases': purchases,
         'scores': customer_scores.scores,
         'rfm': {'r': rfm_primary.r, 'f': rfm_primary.f, 'm': rfm_primary.m, 'segment': rfm_segment, 'band': rfm_band,
                 'rank': rfm_rank, 'in_head': in_head, 'decile': decile, 'revenue_rank': revenue_rank},
         'abc': {'customers_revenue': abc_customers_revenue, 'customers_profit': abc_customers_profit,
                 'value_revenue': abc_value_revenue, 'value_profit': abc_value_profit},
         'pyramids': {'metal': metal, 'hsbc': hsbc, 'loyalty': round(loyalty, 4), 'value': round(hsbc_pyramid.value, 4),
                      'chase': chase, 'benefit': minor(benefit), 'fee_business': minor(fee_business),
                      'categories': categories},
         'types': {'mvc': mvc, 'mgc': mgc, 'below_zero': below_zero, 'migrator': migrator,
                   'growth_potential': minor(growth_potential), 'type': customer_types.type, 'phase': lifecycle.phase},
         'lifetime': CASE WHEN lifetime_values.customer_id IS NOT NULL THEN
           {'p_alive': round(p_alive, 4), 'expected_purchases': round(expected_purchases, 4),
            'expected_spend': minor(expected_spend), 'margin': round(margin, 4), 'historic': minor(clv_historic),
            'future': minor(clv_future), 'clv': minor(clv)} END,
         'relationship': {'personal': now.personal, 'company': now.company, 'grid_stage': now.grid_stage,
                          'binding': binding, 'lean': lean, 'assessed_on': now.assessed_on,
                          'assessed_days_ago': now.assessed_days_ago, 'wallet_stage': now.wallet_stage,
                          'wallet_share': round(wallet_share, 6), 'category_spend': minor(now.category_spend),
                          'gap': minor(wallet_gap), 'figure_on': figure_on, 'basis': basis},
         'contact': CASE WHEN contact_pattern.customer_id IS NOT NULL THEN
           {'contacts_held': contacts_held, 'departments': departments, 'people': people,
            'senior_visit_on': senior_visit_on, 'senior_visit_regular': senior_visit_regular} END,
         'service': {'suggested': suggested, 'because': because, 'delivered': delivered},
         'contacts': customer_contacts.contacts,
         'complaints': complaints,
         'surveys': surveys,
         'events': customer_events.events,
         'alert': CASE WHEN alert_accounts.customer_id IS NOT NULL THEN
           {'phase': alert_accounts.phase, 'since': alert_accounts.since, 'at_stake': minor(at_stake),
            'chance': round(chance, 4), 'at_risk': minor(at_risk), 'place': place} END,
         'signals': customer_signals.signals
       }) AS record
FROM customer_list
JOIN now USING (customer_id)
LEFT JOIN accounts USING (customer_id)
LEFT JOIN customer_purchases USING (customer_id)
LEFT JOIN customer_scores USING (customer_id)
LEFT JOIN customer_contacts USING (customer_id)
LEFT JOIN customer_complaints USING (customer_id)
LEFT JOIN customer_surveys USING (customer_id)
LEFT JOIN customer_events USING (customer_id)
LEFT JOIN customer_signals USING (customer_id)
LEFT JOIN (FROM rfm_primary WHERE as_of = getvariable('customers_as_of')) AS rfm_primary USING (customer_id)
LEFT JOIN (FROM lifetime_values WHERE as_of = getvariable('customers_as_of')) AS lifetime_values USING (customer_id)
LEFT JOIN (FROM metal_pyramid WHERE as_of = getvariable('customers_as_of')) AS metal_pyramid USING (customer_id)
LEFT JOIN hsbc_pyramid USING (customer_id)
LEFT JOIN chase_pyramid USING (customer_id)
LEFT JOIN value_types USING (customer_id)
LEFT JOIN customer_types USING (customer_id)
LEFT JOIN lifecycle USING (customer_id)
LEFT JOIN (FROM grid WHERE as_of = getvariable('customers_as_of')) AS grid USING (customer_id)
LEFT JOIN (FROM wallet WHERE as_of = getvariable('customers_as_of')) AS wallet USING (customer_id)
LEFT JOIN (FROM contact_pattern WHERE as_of = getvariable('customers_as_of')) AS contact_pattern USING (customer_id)
LEFT JOIN (FROM service_levels WHERE as_of = getvariable('customers_as_of')) AS service_levels USING (customer_id)
LEFT JOIN (FROM account_costs WHERE as_of = getvariable('customers_as_of')) AS account_costs USING (customer_id)
LEFT JOIN (FROM alert_accounts WHERE as_of = getvariable('customers_as_of')) AS alert_accounts USING (customer_id)
ORDER BY shard, customer_id;
