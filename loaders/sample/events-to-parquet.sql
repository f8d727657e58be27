-- $source: events.csv as the generator writes it; $target: the Parquet file to make.
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
      'occurred_on': 'date',
      'kind': 'varchar',
      'note': 'varchar'
    }
  )
) to $target (format parquet, compression zstd);
