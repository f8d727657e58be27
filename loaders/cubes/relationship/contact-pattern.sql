-- The breadth of contacts at each wallet stage, at the newest date: means over the accounts that were met in the stretch
-- that counts (met_customers), and of all accounts of the stage those visited by a manager or higher.
-- Reads  scores, contact_pattern.

WITH counted AS (
  SELECT wallet_stage AS stage,
         count(*) AS customers,
         count(*) FILTER (contacts_held > 0) AS met,
         avg(departments) FILTER (contacts_held > 0) AS departments,
         avg(people) FILTER (contacts_held > 0) AS people,
         count(*) FILTER (senior_visit_regular) AS seen
  FROM scores LEFT JOIN contact_pattern USING (as_of, customer_id)
  WHERE as_of = (SELECT max(as_of) FROM scores)
  GROUP BY wallet_stage
)
SELECT stage,
       customers,
       CASE WHEN told(customers - met) IS NOT NULL THEN told(met) END AS met_customers,
       CASE WHEN told(met) > 0 THEN departments END AS departments,
       CASE WHEN told(met) > 0 THEN people END AS people,
       CASE WHEN told(customers - seen) IS NOT NULL THEN told(seen) END AS senior_customers
FROM counted
ORDER BY stage;
