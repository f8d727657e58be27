import {textWidth, wrapped} from "./text-width.js";

/** The heads of a matrix's columns: the lines of each, and the key that names them where they are numbers. */
interface MatrixHeads {
  lines: string[][];
  key: string[];
}

/** How wide a head is in ems: capitals, of which names of models are made, are wider than other letters. */
const headWidth = (text: string): number => textWidth(text) + 0.12 * (text.match(/[A-Z]/g)?.length ?? 0);

/** The lines of a head in about so many ems; Chinese characters, which have no spaces to break at, make lines of equal length. */
export function headLines(text: string, ems: number): string[] {
  if (!/\p{Script=Han}/u.test(text)) return wrapped(text, ems / 0.95);
  if (headWidth(text) <= ems) return [text];
  const lines = Math.max(2, Math.ceil(textWidth(text) / Math.max(2, ems - 0.3)));
  const each = Math.ceil([...text].length / lines);
  return Array.from({length: lines}, (_, i) => [...text].slice(i * each, (i + 1) * each).join(""));
}

/** Whether a part of a head that can't be broken is wider than its column: such heads would run into each other. */
function overrun(names: readonly string[], ems: number): boolean {
  return names.some((name) =>
    name.split(/\s+/).some((w) => !/\p{Script=Han}/u.test(w) && textWidth(w) > ems),
  );
}

/** The numbers of the heads with their names, one after another in lines of about so many ems. */
export function keyLines(names: readonly string[], ems: number): string[] {
  return itemLines(
    names.map((name, i) => `${i + 1}\u00a0${name}`),
    ems,
  );
}

/** Heads that are short, with a key that gives what they stand for; a name that has its short form in it needs it no second time. */
export function shortHeads(shorts: readonly string[], names: readonly string[], ems: number): MatrixHeads {
  const items = names.map((name, i) => (name.includes(shorts[i]!) ? name : `${shorts[i]}\u00a0${name}`));
  return {lines: shorts.map((short) => [short]), key: itemLines(items, ems)};
}

function itemLines(items: readonly string[], ems: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const joined = `${lines.at(-1) ?? ""}   ${item}`;
    if (lines.length > 0 && textWidth(joined) <= ems) lines[lines.length - 1] = joined;
    else lines.push(...wrapped(item, ems));
  }
  return lines;
}

/**
 * Heads for columns that are `across` ems wide, with a key of lines of `room` ems; only where `brief` allows it and they
 * would otherwise run into each other are they short, or numbered where there are no short ones.
 */
export function matrixHeads(
  names: readonly string[],
  across: number,
  room: number,
  brief: boolean,
  shorts?: readonly string[],
): MatrixHeads {
  if (brief && shorts && overrun(names, across)) return shortHeads(shorts, names, room);
  return brief && overrun(names, across)
    ? {lines: names.map((_, i) => [String(i + 1)]), key: keyLines(names, room)}
    : {lines: names.map((name) => headLines(name, across)), key: []};
}
