import {readDay, readNumber} from "./take-away-csv.js";

/** What a file says beside its numbers. */
interface TableNote {
  head: string;
  text: string;
}

/** The text of a cell as a reader takes it in: with what stands in fields, without marks that only decorate. */
function cellText(cell: Element): string {
  const text = (node: Node): string => {
    if (node.nodeType === 3) return node.nodeValue ?? "";
    if (!(node instanceof Element) || node.getAttribute("aria-hidden") === "true") return "";
    if (node instanceof HTMLInputElement) return node.value;
    const inside = [...node.childNodes].map(text).join("");
    return getComputedStyle(node).display === "inline" ? inside : ` ${inside} `;
  };
  return [...cell.childNodes]
    .map(text)
    .join("")
    .replace(/[ \t\r\n]+/g, " ")
    .trim();
}

/**
 * A table's heads and rows as they stand in the page: numbers of number columns as digits, days as ISO 8601, cells
 * where there is nothing to tell empty, and suppressed ones with the word that says so. A column of money names its
 * currency; `notes` are added to each row, so that they stay with the numbers.
 */
export function tableRows(table: HTMLTableElement, code: string, notes: readonly TableNote[]): string[][] {
  const heads = [...(table.tHead?.rows[table.tHead.rows.length - 1]?.cells ?? [])].map(cellText);
  const [inMoney, inOther] = [new Set<number>(), new Set<number>()];
  const rows = [...table.tBodies].flatMap((body) =>
    [...body.rows].map((row) => {
      const cells = [...row.cells].map((cell, i) => {
        const text = cellText(cell);
        const number = cell.classList.contains("number") ? readNumber(text) : null;
        if (number) (number.unit === "money" ? inMoney : inOther).add(i);
        return number?.plain ?? readDay(text) ?? (text === "–" ? "" : text);
      });
      return [...cells, ...notes.map(({text}) => text)];
    }),
  );
  const named = heads.map((head, i) =>
    inMoney.has(i) && !inOther.has(i) && code && !head.includes(code) ? `${head} (${code})` : head,
  );
  return [[...named, ...notes.map(({head}) => head)], ...rows];
}
