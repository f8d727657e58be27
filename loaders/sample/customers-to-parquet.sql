-- $source: customers.csv as the generator writes it; $target: the Parquet file to make.
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
      'name': 'varchar',
      'region': 'varchar',
      'industry': 'varchar',
      'owner': 'varchar',
      'since': 'date',
      'status': 'varchar',
      'active_accounts': 'integer',
      'recommends': 'boolean',
      'gives_feedback': 'boolean',
      'price_sensitive': 'boolean',
      'influence': 'varchar'
    }
  )
) to $target (format parquet, compression zstd);
