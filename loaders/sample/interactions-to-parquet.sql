-- $source: interactions.csv as the generator writes it; $target: the Parquet file to make.
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
      'occurred_on': 'timestamp',
      'kind': 'varchar',
      'role': 'varchar',
      'status': 'varchar',
      'initiated_by': 'varchar',
      'contact_id': 'varchar',
      'department': 'varchar',
      'content': 'varchar',
      'goal': 'varchar',
      'due_on': 'date',
      'achieved': 'boolean'
    }
  )
) to $target (format parquet, compression zstd);
