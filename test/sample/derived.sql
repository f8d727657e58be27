-- What the tests of the default sample recompute from its exports, on their own and without the project's loaders.
-- Reads  transactions, relationships, wallets. Makes  spend, levels, newest_levels, shares.

create view spend as
select
  customer_id,
  sum(amount) as revenue,
  sum(amount - cost) as profit,
  count(distinct order_id) filter (quantity > 0) as orders
from transactions
group by customer_id;

create view levels as
select
  customer_id,
  assessed_on,
  assessor,
  list_position(
    ['acquainted', 'shared interests', 'converging views', 'aligned habits', 'shared values'], personal_level
  ) as personal_en,
  list_position(['相识', '兴趣相投', '观念趋同', '习惯一致', '价值观一致'], personal_level) as personal_zh,
  list_position(
    ['preference', 'trust and commitment', 'value-adding', 'brand identification', 'shared vision'], company_level
  ) as company_en,
  list_position(['喜好偏好', '信任承诺', '价值增值', '情感品牌认同', '远景战略一致'], company_level) as company_zh,
  coalesce(personal_en, personal_zh) as personal,
  coalesce(company_en, company_zh) as company,
  case
    when personal = 5 and company = 5 then 'partner'
    when personal >= 4 and company >= 4 then 'advanced'
    when personal >= 4 and company >= 3 then 'middle'
    when personal >= 3 and company >= 2 then 'initial'
    when personal >= 3 then 'nurturing'
    else 'pre'
  end as stage
from relationships;

create view newest_levels as
from levels
qualify row_number() over (partition by customer_id order by assessed_on desc) = 1;

-- Ours in the 12 months that end on the figure's day, and in the 365 days, which differ in leap years.
create view shares as
select
  wallets.customer_id,
  wallets.as_of,
  wallets.category_spend,
  coalesce(sum(amount) filter (ordered_on > wallets.as_of - interval 12 months), 0) as ours,
  coalesce(sum(amount) filter (ordered_on > wallets.as_of - interval 365 days), 0) as ours_365,
  ours::double / wallets.category_spend::double as share,
  coalesce(bool_or(quantity > 0), false) as bought_before
from wallets
left join transactions
  on transactions.customer_id = wallets.customer_id and ordered_on <= wallets.as_of
group by wallets.customer_id, wallets.as_of, wallets.category_spend;
