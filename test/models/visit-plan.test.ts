import fc from "fast-check";
import {afterEach, describe, expect, it} from "vitest";
import {planLines} from "../../loaders/models/coverage-settings.js";
import {parseSettings} from "../../loaders/settings.js";
import {type Account, type Contact, contacts, cover, now, openCoverage} from "./coverage-tables.js";
import type {HandTables} from "./hand-tables.js";

interface Result {
  customer_id: string;
  class: string;
  role: string;
  kind: string;
  due: number;
  most: number;
  held: number;
  met: number;
  over_contacts: number;
  standing: string;
  planned: number;
  cancelled: number;
}

let tables: HandTables | undefined;
afterEach(() => tables?.close());

const day = (n: number): string => new Date(Date.UTC(2025, 0, 1) + n * 864e5).toISOString().slice(0, 10);

/** So many contacts of one customer, on the first days of the year. */
const many = (customer_id: string, n: number, more: Partial<Contact> = {}): Contact[] =>
  Array.from({length: n}, (_, i) => ({customer_id, occurred_on: day(i), ...more}));

async function resultsOf(
  accounts: readonly Account[],
  rows: readonly Contact[],
  toml = "",
): Promise<Result[]> {
  tables?.close();
  tables = await openCoverage(toml);
  await contacts(tables, rows);
  await cover(tables, accounts);
  return tables.rows<Result>("FROM visit_results ORDER BY customer_id, role, kind DESC");
}

const salesVisits = (results: readonly Result[]): Result[] =>
  results.filter((r) => r.role === "sales" && r.kind === "visit");

describe("the visit plan of the settings", () => {
  it("is the source’s table by default, in contacts a year", () => {
    const lines = planLines(parseSettings("").coverage);
    expect(lines.map((l) => [l.class, l.role, l.kind, l.least, l.most])).toEqual([
      ["A", "sales", "visit", 36, 36],
      ["A", "sales", "call", 24, 36],
      ["A", "manager", "visit", 6, 12],
      ["A", "marketing_director", "visit", 2, 2],
      ["A", "general_manager", "visit", 1, 1],
      ["B", "sales", "visit", 24, 24],
      ["B", "sales", "call", 12, 24],
      ["B", "manager", "visit", 4, 6],
      ["B", "marketing_director", "visit", 1, 2],
      ["B", "general_manager", "visit", null, null],
      ["C", "sales", "visit", 12, 12],
      ["C", "sales", "call", 12, 12],
    ]);
  });

  it("may be changed a line at a time, and by month, quarter, half-year or year", () => {
    const {coverage} = parseSettings(
      '[coverage.plan.C]\nsales_call = "none"\nmanager_visit = {min = 1, per = "half-year"}\ngeneral_manager_call = {min = 1, max = 2, per = "quarter"}\n',
    );
    expect(
      planLines(coverage)
        .filter((l) => l.class === "C")
        .map((l) => [l.role, l.kind, l.least, l.most]),
    ).toEqual([
      ["sales", "visit", 12, 12],
      ["manager", "visit", 2, 2],
      ["general_manager", "call", 4, 8],
    ]);
  });

  it("is refused where a maximum lies below its minimum, or a line has no such name", () => {
    const plan = (line: string) => () => parseSettings(`[coverage.plan.A]\n${line}\n`);
    expect(plan("sales_visit = {min = 3, max = 2}")).toThrow(/coverage\.plan\.A\.sales_visit/);
    expect(plan('sales_visit = "often"')).toThrow(/coverage\.plan\.A\.sales_visit/);
    expect(plan('sale_visit = "none"')).toThrow(/did you mean .*sales_visit/);
  });
});

describe("visit compliance", () => {
  it("is kept by exactly the minimum, missed by one less, and overdone by one more than the maximum", async () => {
    const accounts = ["a", "b", "c", "d"].map((customer_id) => ({customer_id}));
    const results = await resultsOf(accounts, [
      ...many("a", 24, {kind: "call"}),
      ...many("b", 23, {kind: "call"}),
      ...many("c", 36, {kind: "call"}),
      ...many("d", 37, {kind: "call"}),
    ]);
    const calls = results.filter((r) => r.kind === "call");
    expect(calls.map((r) => [r.due, r.most, r.held, r.met, r.over_contacts, r.standing])).toEqual([
      [24, 36, 24, 24, 0, "within"],
      [24, 36, 23, 23, 0, "under"],
      [24, 36, 36, 24, 0, "within"],
      [24, 36, 37, 24, 1, "over"],
    ]);
  });

  it("is none where nobody went, for everyone in the class", async () => {
    const results = await resultsOf([{customer_id: "a"}, {customer_id: "b"}], many("b", 1));
    expect(salesVisits(results).map((r) => [r.customer_id, r.held, r.standing])).toEqual([
      ["a", 0, "under"],
      ["b", 1, "under"],
    ]);
  });

  it("is not scored where the plan says as needed or nothing, nor in a class without a plan", async () => {
    const results = await resultsOf(
      [
        {customer_id: "b", class: "B"},
        {customer_id: "c", class: "C"},
        {customer_id: "d", class: "D"},
      ],
      [...many("b", 2, {role: "general_manager"}), ...many("c", 9, {role: "manager"}), ...many("d", 9)],
    );
    expect(results.filter((r) => r.role === "general_manager")).toEqual([]);
    expect(new Set(results.filter((r) => r.class === "C").map((r) => r.role))).toEqual(new Set(["sales"]));
    expect(results.some((r) => r.customer_id === "d")).toBe(false);
  });

  it("counts an account for the days since its first order: a part of a contact is not due, and no earlier contact counts", async () => {
    const results = await resultsOf(
      [
        {customer_id: "half", first: "2025-07-03"},
        {customer_id: "today", first: now},
      ],
      [
        ...many("half", 5),
        {customer_id: "half", occurred_on: "2025-07-02"},
        {customer_id: "half", occurred_on: "2025-07-03"},
        ...many("today", 1),
      ],
    );
    // 182 of 365 days: 36 x 182 / 365 is 17.95, the manager's 6 make 2.99, and 12 make 5.98.
    const half = results.filter((r) => r.customer_id === "half");
    expect(half.map((r) => [r.role, r.kind, r.due, r.most, r.held])).toEqual([
      ["general_manager", "visit", 0, 1, 0],
      ["manager", "visit", 2, 6, 0],
      ["marketing_director", "visit", 0, 1, 0],
      ["sales", "visit", 17, 18, 1],
      ["sales", "call", 11, 18, 0],
    ]);
    const today = results.filter((r) => r.customer_id === "today");
    expect(today.every((r) => r.due === 0 && r.standing === "not_due")).toBe(true);
  });

  it("asks for nothing where there was no order in the window, and counts no contact there, unless the settings say so", async () => {
    const results = await resultsOf(
      [{customer_id: "a"}, {customer_id: "idle", orders: 0}],
      [...many("a", 1), ...many("idle", 40)],
    );
    expect(new Set(results.map((r) => r.customer_id))).toEqual(new Set(["a"]));
    const [line] = await tables!.rows<{customers: number; due: number; held: number}>(
      "SELECT customers, due, held FROM visit_compliance WHERE role = 'sales' AND kind = 'visit' AND class = 'A'",
    );
    expect([line!.customers, line!.due, line!.held].map(Number)).toEqual([1, 36, 1]);
    const everyone = await resultsOf(
      [{customer_id: "a"}, {customer_id: "idle", orders: 0}],
      [...many("a", 1), ...many("idle", 40)],
      "[coverage]\ndue_without_order = true\n",
    );
    expect(salesVisits(everyone).map((r) => [r.customer_id, r.due, r.held])).toEqual([
      ["a", 36, 1],
      ["idle", 36, 40],
    ]);
  });

  it("does not ask for visits from before the export begins", async () => {
    const results = await resultsOf([{customer_id: "a"}], [{customer_id: "a", occurred_on: "2025-10-03"}]);
    // 90 of 365 days.
    expect(salesVisits(results).map((r) => [r.due, r.held])).toEqual([[8, 1]]);
  });

  it("counts what was planned and never held, and what was cancelled, apart from what was held", async () => {
    const results = await resultsOf(
      [{customer_id: "a"}],
      [
        {customer_id: "a", occurred_on: "2025-01-01", status: "planned"},
        {customer_id: "a", occurred_on: "2025-01-02", status: "planned"},
        {customer_id: "a", occurred_on: "2025-01-02"},
        {customer_id: "a", occurred_on: "2025-01-03", status: "cancelled"},
        {customer_id: "a", occurred_on: "2026-01-01", status: "planned"},
        {customer_id: "a", occurred_on: "2026-01-01"},
      ],
    );
    expect(salesVisits(results).map((r) => [r.held, r.planned, r.cancelled])).toEqual([[1, 1, 1]]);
  });

  it("gives a contact without a role to the sellers, or to nobody where the settings say so", async () => {
    const rows = many("a", 2, {role: null});
    expect(salesVisits(await resultsOf([{customer_id: "a"}], rows)).map((r) => r.held)).toEqual([2]);
    const nobody = await resultsOf([{customer_id: "a"}], rows, '[coverage]\nblank_role = "none"');
    expect(salesVisits(nobody).map((r) => r.held)).toEqual([0]);
  });

  it("at a past date knows nothing that came after it", async () => {
    tables = await openCoverage();
    await tables.fill("as_of_dates", [
      {as_of: now, role: "now", window_from: "2025-01-01"},
      {as_of: "2025-06-30", role: "quarter_end", window_from: "2024-07-01"},
    ]);
    await contacts(tables, [...many("a", 3), {customer_id: "a", occurred_on: "2025-07-01"}]);
    await cover(tables, [{customer_id: "a"}]);
    const rows = await tables.rows<{as_of: string; held: string; due: string}>(
      "SELECT as_of, held, due FROM visit_compliance WHERE role = 'sales' AND kind = 'visit' ORDER BY as_of",
    );
    // Since 1 January: 181 days of 365 at the end of June.
    expect(rows.map((r) => [r.as_of, r.held, r.due])).toEqual([
      ["2025-06-30", "3", "17"],
      [now, "4", "36"],
    ]);
  });

  it("adds up as counted one by one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({class: fc.constantFrom("A", "B", "C"), first: fc.integer({min: -50, max: 364})}),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        fc.array(
          fc.record({
            who: fc.nat(4),
            on: fc.integer({min: 0, max: 370}),
            kind: fc.constantFrom("visit", "call", "email"),
            role: fc.constantFrom("sales", "manager", null),
            status: fc.constantFrom("held", "held", "planned", "cancelled"),
          }),
          {maxLength: 60},
        ),
        async (people, log) => {
          const accounts = people.map((p, i) => ({
            customer_id: `c${i}`,
            class: p.class,
            first: day(p.first),
          }));
          const rows: Contact[] = [
            {customer_id: "nobody", occurred_on: day(0)},
            ...log.map((l) => ({...l, customer_id: `c${l.who}`, occurred_on: day(l.on)})),
          ];
          const results = await resultsOf(accounts, rows);
          const lines = planLines(parseSettings("").coverage);
          const expected = accounts.flatMap((a) =>
            lines
              .filter((l) => l.class === a.class && l.least !== null)
              .map((l) => {
                const from = a.first > day(0) ? a.first : day(0);
                const days = (Date.parse(now) - Date.parse(from)) / 864e5 + 1;
                const mine = rows.filter(
                  (r) =>
                    r.customer_id === a.customer_id &&
                    r.kind === l.kind &&
                    (r.role ?? "sales") === l.role &&
                    r.occurred_on >= from &&
                    r.occurred_on <= now,
                );
                const of = (status: string): Contact[] => mine.filter((r) => r.status === status);
                const held = of("held").length;
                const due = Math.floor((l.least! * days) / 365 + 1e-9);
                const most = Math.ceil((l.most! * days) / 365 - 1e-9);
                return {
                  customer_id: a.customer_id,
                  class: a.class,
                  role: l.role,
                  kind: l.kind,
                  due,
                  most,
                  held,
                  met: Math.min(held, due),
                  over_contacts: Math.max(0, held - most),
                  standing: held > most ? "over" : due === 0 ? "not_due" : held < due ? "under" : "within",
                  planned: of("planned").filter(
                    (r) => !of("held").some((h) => h.occurred_on === r.occurred_on),
                  ).length,
                  cancelled: of("cancelled").length,
                };
              }),
          );
          const key = (r: Result): string => `${r.customer_id} ${r.role} ${r.kind}`;
          const sorted = (all: Result[]): Result[] => all.sort((x, y) => (key(x) < key(y) ? -1 : 1));
          expect(sorted(results)).toEqual(sorted(expected));
        },
      ),
      {numRuns: 25},
    );
  });
});
