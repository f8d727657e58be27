import {closeSync, createReadStream, createWriteStream, openSync, readSync} from "node:fs";
import {Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {UserError} from "../errors.js";

const sniffedBytes = 1 << 18;

/** The encoding of a file: what its byte-order mark says, else the one from the settings, as a WHATWG label. */
export function encodingOf(file: string, setting: string, place: string): string {
  const head = firstBytes(file, 4);
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  try {
    return new TextDecoder(setting).encoding;
  } catch {
    throw new UserError(
      `${place}.encoding = ${JSON.stringify(setting)}: not a known encoding; try "utf-8", "gb18030" (GBK), "utf-16le" or "windows-1252"`,
    );
  }
}

/** Writes the file anew as UTF-8, as it streams by; a byte that the encoding doesn't have is an error. */
export async function toUtf8(file: string, encoding: string, copy: string): Promise<void> {
  const decoder = new TextDecoder(encoding, {fatal: true});
  const decode = (chunk: Buffer | undefined): string => {
    try {
      return chunk ? decoder.decode(chunk, {stream: true}) : decoder.decode();
    } catch {
      throw new UserError(
        `${file}: holds bytes that are not ${encoding}; set the file's own encoding in report.toml, such as encoding = "gb18030"`,
      );
    }
  };
  const recode = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        done(null, decode(chunk));
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        done(null, decode(undefined));
      } catch (error) {
        done(error as Error);
      }
    },
  });
  const source = createReadStream(file);
  const target = createWriteStream(copy);
  try {
    await (file.endsWith(".gz")
      ? pipeline(source, createGunzip(), recode, target)
      : pipeline(source, recode, target));
  } catch (error) {
    const {code, message} = error as {code?: string; message: string};
    if (!code?.startsWith("Z_")) throw error;
    throw new UserError(`${file}: can't be unpacked; it may be truncated: ${message}`);
  }
}

/** The first record of a delimited text, its fields as they stand. */
export function firstRecord(text: string, delimiter: string): string[] {
  return parseRecords(text, delimiter).next().value?.fields ?? [];
}

/** The delimiter of a header line: of comma, semicolon, tab and bar the one that stands in it most often. */
export function sniffDelimiter(text: string): string {
  const line = text.split(/\r?\n/).find((l) => l.trim() !== "") ?? "";
  const bare = line.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t", "|"].map((d) => ({d, n: bare.split(d).length - 1}));
  return counts.reduce((best, next) => (next.n > best.n ? next : best)).d;
}

/**
 * The beginning of a UTF-8 text file, without a byte-order mark.
 *
 * @throws UserError where it is not UTF-8; `name` is what the error calls the file
 */
export function beginning(file: string, name: string): string {
  const bytes = firstBytes(file, sniffedBytes);
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes, {stream: true});
  } catch {
    const read = new TextDecoder("utf-8").decode(bytes);
    throw notUtf8(name, read.slice(0, read.indexOf("\ufffd")).split("\n").length);
  }
}

/** What to say of a file that is in another encoding than it should be. */
export function notUtf8(file: string, line: number): UserError {
  return new UserError(
    `${file}:${line}: holds bytes that are not UTF-8; set the file's encoding in report.toml, such as encoding = "gb18030" for GBK`,
  );
}

function firstBytes(file: string, count: number): Buffer {
  const handle = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(count);
    return buffer.subarray(0, readSync(handle, buffer, 0, count, 0));
  } finally {
    closeSync(handle);
  }
}

interface TextRecord {
  fields: string[];
  /** The line it begins on, from 1. */
  line: number;
}

/** Records of a delimited text with quotes (RFC 4180), each with its line: quoted newlines count as lines. */
export function* parseRecords(text: string, delimiter: string, firstLine = 1): Generator<TextRecord> {
  let fields: string[] = [];
  let field = "";
  let quoted = false;
  let line = firstLine;
  let began = firstLine;
  for (let i = 0; i < text.length; ++i) {
    const c = text[i]!;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        field += c;
        ++i;
      } else if (c === '"') quoted = false;
      else {
        if (c === "\n") ++line;
        field += c;
      }
    } else if (c === '"' && field === "") quoted = true;
    else if (c === delimiter) {
      fields.push(field);
      field = "";
    } else if (c === "\n") {
      fields.push(field.endsWith("\r") ? field.slice(0, -1) : field);
      yield {fields, line: began};
      fields = [];
      field = "";
      began = ++line;
    } else field += c;
  }
  if (field !== "" || fields.length > 0) yield {fields: [...fields, field], line: began};
}
