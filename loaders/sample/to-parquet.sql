-- $source: an export's CSV file as the generator writes it; $target: the Parquet file to make. Reads  variable columns:
-- the export's columns and their types.
copy (
  select *
  from read_csv(
    $source,
    header = true,
    delim = ',',
    quote = '"',
    auto_detect = false,
    columns = getvariable('columns')
  )
) to $target (format parquet, compression zstd);
