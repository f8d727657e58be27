-- $source: costs.csv as the generator writes it; $target: the Parquet file to make.
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
      'period': 'varchar',
      'cost': 'decimal(18, 2)',
      'kind': 'varchar'
    }
  )
) to $target (format parquet, compression zstd);
