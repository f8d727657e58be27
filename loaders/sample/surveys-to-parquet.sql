-- $source: surveys.csv as the generator writes it; $target: the Parquet file to make.
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
      'sent_on': 'date',
      'method': 'varchar',
      'coverage': 'varchar',
      'responded_on': 'date',
      'analysed_on': 'date',
      'perceived': 'decimal(4, 1)',
      'expected': 'decimal(4, 1)',
      'intends_to_buy': 'boolean',
      'would_recommend': 'boolean',
      'action_on': 'date',
      'fed_back_on': 'date'
    }
  )
) to $target (format parquet, compression zstd);
