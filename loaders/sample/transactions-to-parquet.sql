-- $source: transactions.csv as the generator writes it; $target: the Parquet file to make.
copy (
  select *
  from read_csv(
    $source,
    header = true,
    delim = ',',
    quote = '"',
    auto_detect = false,
    columns = {
      'order_id': 'varchar',
      'customer_id': 'varchar',
      'ordered_on': 'date',
      'product_id': 'varchar',
      'category': 'varchar',
      'quantity': 'integer',
      'amount': 'decimal(18, 2)',
      'cost': 'decimal(18, 2)'
    }
  )
) to $target (format parquet, compression zstd);
