import {createReadStream} from "node:fs";

/**
 * The line on which the first record stands whose field number `index` reads `value`, from 1; undefined where there
 * is none. DuckDB counts records and not lines, so after a newline inside quotes its number is wrong: this one reads
 * the file again as text, from behind its first `skip` lines. Only called for the first fault of each kind.
 */
export async function locate(
  file: string,
  delimiter: string,
  index: number,
  matches: (value: string) => boolean,
  skip = 0,
): Promise<number | undefined> {
  let fieldIndex = 0;
  let field = "";
  let quoted = false;
  let wasQuote = false;
  let begins = true;
  let line = 1;
  let began = 1;
  let first = true;
  const whitespace = delimiter === "whitespace";
  for await (const chunk of createReadStream(file, {encoding: "utf8", highWaterMark: 1 << 20})) {
    const text = first ? (chunk as string).replace(/^\ufeff/, "") : (chunk as string);
    first = false;
    for (let i = 0; i < text.length; ++i) {
      const c = text[i]!;
      if (line <= skip) {
        if (c === "\n") began = ++line;
      } else if (quoted) {
        if (c === '"') {
          quoted = false;
          wasQuote = true;
        } else {
          if (c === "\n") ++line;
          if (fieldIndex === index) field += c;
        }
      } else if (c === '"' && !whitespace && (begins || wasQuote)) {
        quoted = true;
        begins = false;
        if (wasQuote && fieldIndex === index) field += c;
        wasQuote = false;
      } else if (c === "\n") {
        const value = whitespace ? (field.trim().split(/\s+/)[index] ?? "") : field;
        const blank = fieldIndex === 0 && (begins || (index === 0 && field === "\r"));
        if ((whitespace || fieldIndex >= index) && !blank && matches(value.replace(/\r$/, ""))) return began;
        began = ++line;
        fieldIndex = 0;
        field = "";
        wasQuote = false;
        begins = true;
      } else if (c === delimiter && !whitespace) {
        wasQuote = false;
        begins = true;
        ++fieldIndex;
      } else {
        wasQuote = false;
        begins = false;
        if (whitespace || fieldIndex === index) field += c;
      }
    }
  }
  const value = whitespace ? (field.trim().split(/\s+/)[index] ?? "") : field;
  return (whitespace || fieldIndex >= index) && matches(value) ? began : undefined;
}
