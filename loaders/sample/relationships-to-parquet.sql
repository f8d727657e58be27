-- $source: relationships.csv as the generator writes it; $target: the Parquet file to make.
copy (
  select *
  from read_csv(
    $source,
    header = true,
    delim = ',',
    quote = '"',
    auto_detect = false,
    columns = {
      'customer_id': 'varchar',
      'assessed_on': 'date',
      'personal_level': 'varchar',
      'company_level': 'varchar',
      'assessor': 'varchar'
    }
  )
) to $target (format parquet, compression zstd);
