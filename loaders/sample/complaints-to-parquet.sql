-- $source: complaints.csv as the generator writes it; $target: the Parquet file to make.
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
      'opened_on': 'timestamp',
      'resolved_on': 'timestamp',
      'cause': 'varchar',
      'cause_detail': 'varchar',
      'valid': 'boolean',
      'satisfied': 'boolean',
      'compensation': 'decimal(18, 2)',
      'severity': 'varchar'
    }
  )
) to $target (format parquet, compression zstd);
