-- The regions and industries that a filter offers by name.
SELECT dimension, place, name FROM filter_values ORDER BY dimension DESC, place;
