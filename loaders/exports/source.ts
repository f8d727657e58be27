import {mkdirSync} from "node:fs";
import {basename, extname, join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {UserError} from "../errors.js";
import {identifier, literal} from "../quote.js";
import type {ExportKey, ExportSettings} from "../settings.js";
import {cellOf} from "./expression.js";
import {headerHint} from "./header-hint.js";
import {beginning, encodingOf, firstRecord, sniffDelimiter, toUtf8} from "./text-file.js";

/** One file of an export, ready for DuckDB: as UTF-8, its columns known. */
export interface Source {
  /** The reader's own file, for messages. */
  file: string;
  /** The file that DuckDB reads: the same, or a copy in UTF-8. */
  path: string;
  kind: "csv" | "whitespace" | "parquet";
  delimiter: string;
  header: boolean;
  /** Lines above the header that aren't read. */
  skip: number;
  /** Where its beginning looks amiss: what seems to be so, and the setting that mends it. */
  hint?: string;
  columns: string[];
  /** DuckDB's type of each column; VARCHAR throughout for text. */
  types: string[];
}

/**
 * Looks at the beginning of a file: its format, encoding, delimiter and columns.
 *
 * @throws UserError for an empty file, one with a header alone, a wrong encoding, a file that is no Parquet
 */
export async function openSource(
  connection: DuckDBConnection,
  key: ExportKey,
  settings: ExportSettings,
  file: string,
  scratch: string,
): Promise<Source> {
  const place = `report.toml: ${key}`;
  if ((settings.format ?? (extname(file) === ".parquet" ? "parquet" : "csv")) === "parquet") {
    return openParquet(connection, file);
  }
  const encoding = encodingOf(file, settings.encoding, place);
  let path = file;
  if (encoding !== "utf-8" || file.endsWith(".gz")) {
    mkdirSync(scratch, {recursive: true});
    path = join(scratch, `${key}-${basename(file)}.utf8.csv`);
    await toUtf8(file, encoding, path);
  }
  const whole = beginning(path, file);
  if (whole.trim() === "") throw new UserError(`${file}: is empty`);
  const skip = settings.skip_lines;
  const head = withoutLines(whole, skip);
  if (head.trim() === "")
    throw new UserError(`${file}: has nothing after the ${skip} lines of ${place}.skip_lines`);
  if (head.includes("\r") && !head.includes("\n")) {
    throw new UserError(
      `${file}: its lines end with a carriage return alone; save it anew with ordinary line ends`,
    );
  }
  const whitespace = settings.delimiter === "whitespace";
  const delimiter = whitespace ? "whitespace" : (settings.delimiter ?? sniffDelimiter(head));
  const hint =
    whitespace || skip > 0 ? undefined : headerHint(head, delimiter, settings.delimiter !== undefined);
  const mend = hint === undefined ? "" : `; ${hint}`;
  const top = skip + 1;
  if (/^\s*\n/.test(head)) throw new UserError(`${file}:${top}: is an empty line; remove it${mend}`);
  const record = whitespace ? head.split(/\r?\n/, 1)[0]!.trim().split(/\s+/) : firstRecord(head, delimiter);
  const columns =
    settings.names ??
    record.map((name, i) => (settings.header && name.trim() ? name.trim() : `column${i + 1}`));
  if (columns.length !== record.length) {
    throw new UserError(
      `${file}:${top}: has ${record.length} columns; ${place}.names lists ${columns.length}${mend}`,
    );
  }
  const twice = columns.find(
    (name, i) => columns.findIndex((n) => n.toLowerCase() === name.toLowerCase()) < i,
  );
  if (twice !== undefined) {
    throw new UserError(
      `${file}:${top}: two columns are called "${twice}"; rename one, or give all in ${place}.names${mend}`,
    );
  }
  const body = head.slice(head.indexOf("\n") + 1 || head.length);
  if (settings.header && body.trim() === "") throw new UserError(`${file}: has a header and no rows`);
  const kind = whitespace ? "whitespace" : "csv";
  const types = columns.map(() => "VARCHAR");
  return {file, path, kind, delimiter, header: settings.header, skip, hint, columns, types};
}

function withoutLines(text: string, lines: number): string {
  let from = 0;
  for (let i = 0; i < lines; ++i) from = text.indexOf("\n", from) + 1 || text.length;
  return text.slice(from);
}

async function openParquet(connection: DuckDBConnection, file: string): Promise<Source> {
  try {
    const result = await connection.runAndReadAll(
      `DESCRIBE SELECT * FROM read_parquet(${literal(asGlob(file))})`,
    );
    const rows = result.getRowObjectsJS() as {column_name: string; column_type: string}[];
    return {
      file,
      path: file,
      kind: "parquet",
      delimiter: "",
      header: true,
      skip: 0,
      columns: rows.map((r) => r.column_name),
      types: rows.map((r) => r.column_type),
    };
  } catch (error) {
    throw new UserError(`${file}: can't be read as Parquet; it may be truncated: ${firstLine(error)}`);
  }
}

/** SQL that reads the named columns of files that have the same columns, and `source#file`, the path of each row's file. */
export function readSql(sources: readonly Source[], wanted: readonly string[]): string {
  const {kind, delimiter, header, skip, columns} = sources[0]!;
  const paths = `[${sources.map(({path}) => literal(asGlob(path))).join(", ")}]`;
  const picked = wanted.map((name) => `${identifier(name)} AS ${cellOf(name)}`);
  if (kind === "parquet") {
    return `SELECT ${[...picked, '"source#file"', 'false AS "source#malformed"'].join(", ")} FROM read_parquet(${paths}, filename = "source#file")`;
  }
  if (kind === "whitespace") {
    const parts = wanted.map((name) => `parts[${columns.indexOf(name) + 1}] AS ${cellOf(name)}`);
    return `SELECT ${[...parts, '"source#file"', `len(parts) <> ${columns.length} AS "source#malformed"`].join(", ")}
      FROM (SELECT string_split_regex(trim(line, E' \\t\\r'), '\\s+') AS parts, "source#file"
            FROM read_csv(${paths}, auto_detect = false, header = ${header}, skip = ${skip}, delim = E'\\x01', quote = '', escape = '',
                          columns = {'line': 'VARCHAR'}, filename = "source#file")
            WHERE trim(line, E' \\t\\r') <> '')`;
  }
  const types = columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ");
  return `SELECT ${[...picked, '"source#file"', 'false AS "source#malformed"'].join(", ")}
    FROM read_csv(${paths}, auto_detect = false, header = ${header}, skip = ${skip}, delim = ${literal(delimiter)}, quote = '"', escape = '"',
                  columns = {${types}}, ignore_errors = true, store_rejects = true, filename = "source#file")`;
}

/** A path as DuckDB reads paths: export[1].csv is a pattern there. */
function asGlob(path: string): string {
  return path.replace(/[[*?]/g, "[$&]");
}

/** The first line of an error's message. */
export function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
}
