import {UserError} from "../errors.js";
import {nearest} from "../nearest.js";

const most = 20;
const short = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);
const quoted = (names: readonly string[]): string => names.map((name) => `"${short(name)}"`).join(", ");

/** The file's columns, the nearest to a name first where some are near: what a message about a wrong name says. */
export function columnsWords(name: string, columns: readonly string[], whose = "its"): string {
  const near = nearest(name, columns);
  const rest = columns.filter((c) => !near.includes(c));
  const more = rest.length > most ? ` and ${rest.length - most} more` : "";
  const listed = `${quoted(rest.slice(0, most))}${more}`;
  if (near.length === 0) return `${whose} ${rest.length === 1 ? "only column is" : "columns are"} ${listed}`;
  const words = `the nearest of ${whose} columns ${near.length === 1 ? "is" : "are"} ${quoted(near)}`;
  return rest.length === 0
    ? words
    : `${words}; the ${rest.length === 1 ? "other is" : "others are"} ${listed}`;
}

/** How to write a name with spaces or other signs in an expression, by a column that the text may have meant. */
export function quotingWords(source: string, columns: readonly string[], place: string): string {
  const odd = columns.filter((name) => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name));
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const name =
    nearest(source, odd)[0] ?? odd.find((n) => words(n).some((word) => words(source).includes(word)));
  const example = name === undefined ? "" : `, as in ${place.split(".").at(-1)} = '"${short(name)}"'`;
  return `a name with spaces, dots or other signs stands in double quotes within the expression${example}`;
}

/**
 * The file's column of that name, letter case aside.
 *
 * @throws UserError that lists the file's columns; `more` is what else may have been meant
 */
export function findColumn(name: string, columns: readonly string[], place: string, more = ""): string {
  const found =
    columns.find((c) => c === name) ?? columns.find((c) => c.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  throw new UserError(`${place}: the file has no column "${name}"; ${columnsWords(name, columns)}${more}`);
}
