import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {UserError} from "../../loaders/errors.js";
import {ownHome, type ReadResult, readFolder} from "./read-case.js";

interface Expected {
  /** The message, line by line; `{folder}` stands for the case's own folder. */
  error?: string[];
  /** Or how it begins, where the rest is another program's wording. */
  errorStart?: string;
  /** Whether the models run as well. */
  warehouse?: boolean;
  /** By export: rows read, used, rejected; money read, used, rejected. */
  inputs?: Record<string, {rows: number[]; money: (string | null)[]}>;
  quality?: {
    export: string;
    reason: string;
    column: string | null;
    rows: number;
    money: string | null;
    money_unread: number;
    example: string | null;
  }[];
  /** customer_id, day, orders, amount. */
  purchases?: unknown[][];
  query?: Query;
  queries?: Query[];
}

interface Query {
  export?: string;
  sql: string;
  rows: unknown[][];
}

const cases = fileURLToPath(new URL("../cases/", import.meta.url));
const ledgerSql = `SELECT rows_read, rows_used, rows_rejected, money_read, money_used, money_rejected FROM inputs`;

describe("a folder of exports", () => {
  let store: ReturnType<typeof ownHome>;
  beforeAll(() => {
    store = ownHome();
  });
  afterAll(() => store.remove());

  for (const name of readdirSync(cases).sort()) {
    const folder = join(cases, name);
    const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;
    if (expected.error || expected.errorStart) {
      it(`${name} stops with its error`, async () => {
        const error = await readFolder(folder, expected.warehouse).catch((e: unknown) => e);
        expect(error).toBeInstanceOf(UserError);
        const message = (error as UserError).message.replaceAll(folder, "{folder}");
        if (expected.error) expect(message.split("\n")).toEqual(expected.error);
        else expect(message.slice(0, expected.errorStart!.length)).toBe(expected.errorStart);
      });
    } else {
      it(`${name} is read with its ledger`, async () => {
        const read = await readFolder(folder, expected.warehouse);
        await checkLedger(read, expected);
      });
    }
  }
});

async function checkLedger(read: ReadResult, expected: Expected): Promise<void> {
  const quality: unknown[] = [];
  for (const [key, {rows, money}] of Object.entries(expected.inputs!)) {
    const [found] = await read.query(key, `${ledgerSql} WHERE export = '${key}'`);
    expect([found!.slice(0, 3).map(Number), found!.slice(3)]).toEqual([rows, money]);
    quality.push(
      ...(await read.query(
        key,
        `SELECT export, reason, column_name, rows, money, money_unread, example FROM quality WHERE export = '${key}'`,
      )),
    );
  }
  const wanted = expected.quality!.map((q) => [
    q.export,
    q.reason,
    q.column,
    String(q.rows),
    q.money,
    String(q.money_unread),
    q.example,
  ]);
  const byReason = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  expect(quality.sort(byReason)).toEqual(wanted.sort(byReason));
  if (expected.purchases) {
    const sql = "SELECT customer_id, day, orders, amount FROM purchases ORDER BY customer_id, day";
    expect(await read.query("transactions", sql)).toEqual(expected.purchases);
  }
  for (const {sql, rows, export: of} of [expected.query ?? [], expected.queries ?? []].flat()) {
    const key = of ?? Object.keys(expected.inputs!)[0]!;
    expect(await read.query(key, sql)).toEqual(rows);
  }
}
