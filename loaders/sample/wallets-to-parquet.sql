-- $source: wallets.csv as the generator writes it; $target: the Parquet file to make.
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
      'as_of': 'date',
      'category_spend': 'decimal(18, 2)',
      'basis': 'varchar'
    }
  )
) to $target (format parquet, compression zstd);
