import type {NameKeys, NamePage} from "./record.js";
import {byCodePoint, holds, searchKey, searchText} from "./search-text.js";

/** A customer that a query finds. */
export interface FoundCustomer {
  id: string;
  name: string | null;
  /** By revenue, 1 = largest; 0 for who never bought. */
  rank: number;
}

export interface FoundCustomers {
  customers: FoundCustomer[];
  /** Whether there are more than are given. */
  more: boolean;
}

/** Most pages of names that one word of a query reads. */
const mostPages = 2;

interface Looked {
  customers: Map<string, FoundCustomer>;
  more: boolean;
}

/** Those whose name or id holds a text, as far as the first pages of its key tell. */
async function look(
  text: string,
  {keys}: NameKeys,
  readPage: (page: number) => Promise<NamePage>,
): Promise<Looked> {
  const key = searchKey(text);
  let [low, high] = [0, keys.length];
  // The last page that begins before the key: what equals it may begin there.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byCodePoint(keys[middle]!, key) < 0) low = middle + 1;
    else high = middle;
  }
  const first = Math.max(0, low - 1);
  const wanted = [first];
  while (keys[wanted.at(-1)! + 1]?.startsWith(key)) wanted.push(wanted.at(-1)! + 1);
  const customers = new Map<string, FoundCustomer>();
  for (const page of await Promise.all(wanted.slice(0, mostPages).map(readPage))) {
    page.id.forEach((id, i) => {
      const name = page.name[i] ?? null;
      if (holds(searchText(id), text) || (name !== null && holds(searchText(name), text)))
        customers.set(id, {id, name, rank: page.rank[i]!});
    });
  }
  return {customers, more: wanted.length > mostPages};
}

/**
 * Customers by name or id, at most so many: those whose id or name is the query first, then those that begin with it, then
 * by revenue. Words in another order than the name's are found too.
 */
export async function findCustomers(
  query: string,
  keys: NameKeys,
  readPage: (page: number) => Promise<NamePage>,
  most = 8,
): Promise<FoundCustomers> {
  const text = searchText(query);
  if (text === "" || keys.keys.length === 0) return {customers: [], more: false};
  let looked = await look(text, keys, readPage);
  const words = query
    .split(/\s+/u)
    .flatMap((word) => searchText(word).split(" "))
    .filter((word) => word !== "");
  if (looked.customers.size === 0 && words.length > 1) {
    const each = await Promise.all(words.map((word) => look(word, keys, readPage)));
    const all = new Map(each.flatMap(({customers}) => [...customers]));
    for (const [id, {name}] of all) {
      const whole = `${searchText(name ?? "")} ${searchText(id)}`;
      if (!words.every((word) => holds(whole, word))) all.delete(id);
    }
    looked = {customers: all, more: each.every(({more}) => more)};
  }
  const place = ({id, name}: FoundCustomer): number => {
    const [ofId, ofName] = [searchText(id), searchText(name ?? "")];
    if (ofId === text || ofName === text) return 0;
    return ofName.startsWith(text) || ofId.startsWith(text) ? 1 : 2;
  };
  const sorted = [...looked.customers.values()].sort(
    (a, b) =>
      place(a) - place(b) ||
      (a.rank || Number.MAX_SAFE_INTEGER) - (b.rank || Number.MAX_SAFE_INTEGER) ||
      byCodePoint(a.id, b.id),
  );
  return {customers: sorted.slice(0, most), more: looked.more || sorted.length > most};
}
