import {parseRecords} from "./text-file.js";

const delimiters = [",", ";", "\t", "|"];
const shown: Readonly<Record<string, string>> = {"\t": "\\t"};
const looked = 50;

/**
 * What is amiss with the beginning of a delimited text, and the setting that mends it: lines above the header, another
 * delimiter than the one it is read with. Undefined where its first line may well be the header.
 */
export function headerHint(text: string, delimiter: string, isSet: boolean): string | undefined {
  const own = shapeOf(text, delimiter);
  const best = delimiters
    .map((d) => ({d, ...shapeOf(text, d)}))
    .reduce((a, b) => (b.columns > a.columns ? b : a));
  const isWrong = own.columns < 2 && best.columns > 1;
  const {header} = isWrong ? best : own;
  const settings: string[] = [];
  const says: string[] = [];
  if (isWrong && (isSet || header === 1)) {
    const sign = shown[best.d] ?? best.d;
    says.push(`its lines seem to be parted by "${sign}"`);
    settings.push(`delimiter = "${sign}"`);
  }
  if (header > 1) {
    says.push(`its header seems to stand on line ${header}`);
    settings.push(`skip_lines = ${header - 1}`);
  }
  return says.length === 0 ? undefined : `${says.join(", and ")}: set ${settings.join(" and ")}`;
}

/** The number of columns that most of the first lines have, and the first line that has them all filled. */
function shapeOf(text: string, delimiter: string): {columns: number; header: number} {
  const records = [];
  for (const record of parseRecords(text, delimiter)) {
    if (record.fields.some((field) => field.trim() !== "")) records.push(record);
    if (records.length === looked) break;
  }
  const counts = new Map<number, number>();
  for (const {fields} of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const columns = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
  const filled = ({fields}: {fields: string[]}): number => fields.filter((f) => f.trim() !== "").length;
  const first = records[0];
  // An index column without a name is a header nevertheless; a title in the first cell of a wide sheet is none.
  if (first === undefined || (first.fields.length === columns && filled(first) * 2 > columns))
    return {columns, header: first?.line ?? 1};
  const header = records.find((record) => record.fields.length === columns && filled(record) === columns);
  return {columns, header: header?.line ?? 1};
}
