-- The touchpoints that the settings want, in their order.

SELECT place AS touchpoint, information, service,
       name_en, name_zh, behaviour_en, behaviour_zh, staff_en, staff_zh,
       facilities_en, facilities_zh, tools_en, tools_zh, standards_en, standards_zh
FROM touchpoint_plan
ORDER BY place;
