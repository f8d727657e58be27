-- The breadth of contacts at each wallet stage, by filters: as the cube contact-pattern, whose means are carried as sums.
-- Met or not, and visited by a manager or not, are cells of their own, so that what is small is hidden on either side.
-- Reads  filter_rows, scores, contact_pattern.
SELECT key, as_of,
       wallet_stage AS stage,
       coalesce(contacts_held > 0, false) AS met,
       coalesce(senior_visit_regular, false) AS senior,
       count(*) AS customers,
       coalesce(sum(departments) FILTER (contacts_held > 0), 0)::BIGINT AS departments,
       coalesce(sum(people) FILTER (contacts_held > 0), 0)::BIGINT AS people
FROM filter_rows
JOIN scores USING (as_of, customer_id)
LEFT JOIN contact_pattern USING (as_of, customer_id)
GROUP BY ALL
ORDER BY as_of, stage, met, senior, key;
