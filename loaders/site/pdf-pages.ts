/** A PDF as Chromium writes it: objects as plain text, streams packed between them. Bytes are kept one to one. */
const read = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1");

/** Each object's dictionary, as text, by its number. */
function dictionaries(text: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n(<<[\s\S]*?)(?:\nendobj|>> stream\n)/g))
    found.set(Number(match[1]), match[2]!);
  return found;
}

/**
 * The number of every page object, in the order of the pages.
 *
 * @throws Error where the file isn't as Chromium writes it
 */
function pageObjects(objects: ReadonlyMap<number, string>): number[] {
  const kids = (id: number): number[] => {
    const text = objects.get(id) ?? "";
    if (/^<<\/Type \/Page\b(?!s)/.test(text)) return [id];
    const list = /\/Kids \[([^\]]*)\]/.exec(text)?.[1];
    if (list === undefined) throw new Error(`object ${id} of the PDF is neither a page nor a list of pages`);
    return [...list.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => kids(Number(kid)));
  };
  const catalog = [...objects.values()].find((text) => /\/Type \/Catalog\b/.test(text)) ?? "";
  const root = /\/Pages (\d+) 0 R/.exec(catalog)?.[1];
  if (!root) throw new Error("the PDF has no list of pages");
  return kids(Number(root));
}

/** How many pages a PDF has, and on which (from 1) each place lies that something links to. */
export function readPages(pdf: Uint8Array): {count: number; places: Map<string, number>} {
  const objects = dictionaries(read(pdf));
  const pages = pageObjects(objects);
  const places = new Map<string, number>();
  for (const text of objects.values())
    for (const [, name, page] of text.matchAll(/\/([\w-]+) \[(\d+) 0 R \/XYZ /g))
      places.set(name!, pages.indexOf(Number(page)) + 1);
  return {count: pages.length, places};
}

/**
 * The same PDF with a day in place of the moment it was printed at, and its cells' ids counted from 1 and not from what
 * the browser had done before, so that the same pages give the same bytes. No length changes, so every offset stays.
 */
export function dated(pdf: Uint8Array, isoDay: string): Buffer {
  const moment = `D:${isoDay.replaceAll("-", "")}000000+00'00'`;
  const text = read(pdf).replace(/(\/(?:Creation|Mod)Date \()(D:\d{14}[+-]\d\d'\d\d')(\))/g, `$1${moment}$3`);
  const cell = /(?<=\(node)\d{8}(?=\))/g;
  const ids = [...new Set(text.match(cell))].sort();
  const counted = new Map(ids.map((id, i) => [id, String(i + 1).padStart(8, "0")]));
  return Buffer.from(
    text.replace(cell, (id) => counted.get(id)!),
    "latin1",
  );
}
