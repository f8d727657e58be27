import {type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBValue} from "@duckdb/node-api";

/** DuckDB's own size of a vector: the most rows that one appended chunk may hold. */
const chunkRows = 2048;

/** A query's columns as doubles, a row each; for numbers without nulls. */
export async function columnsOf(connection: DuckDBConnection, sql: string): Promise<Float64Array[]> {
  const result = await connection.stream(sql);
  const columns = Array.from({length: result.columnCount}, () => new Float64Array(chunkRows));
  let rows = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    for (let c = 0; c < columns.length; c++) {
      if (rows + chunk.rowCount > columns[c]!.length) {
        const wider = new Float64Array(2 * (rows + chunk.rowCount));
        wider.set(columns[c]!.subarray(0, rows));
        columns[c] = wider;
      }
      const column = columns[c]!;
      const vector = chunk.getColumnVector(c);
      for (let i = 0; i < vector.itemCount; i++) column[rows + i] = vector.getItem(i) as number;
    }
    rows += chunk.rowCount;
  }
  return columns.map((column) => column.slice(0, rows));
}

/** Appends columns of equal length to a table of these types, in chunks; a column that is null is null in every row. */
export async function appendColumns(
  connection: DuckDBConnection,
  table: string,
  types: DuckDBType[],
  columns: (ArrayLike<number> | null)[],
  rows: number,
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (let from = 0; from < rows; from += chunkRows) {
    const length = Math.min(chunkRows, rows - from);
    const chunk = DuckDBDataChunk.create(types, length);
    chunk.setColumns(
      columns.map((column) =>
        Array.from({length}, (_, i): DuckDBValue => (column ? column[from + i]! : null)),
      ),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
