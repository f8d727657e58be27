import {cpSync, existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fileSets} from "../../loaders/files/files.js";
import {scan} from "../../loaders/site/scan.js";
import {brushOfMark, classKinds, markText, memberFile, parseMark} from "../../src/components/drill/mark.js";
import {
  largestMembers,
  type Member,
  type MemberTable,
  memberTable,
  peopleInFile,
} from "../../src/components/drill/members.js";
import {
  classPlaces,
  type Dimension,
  dimensions,
  type Filter,
  noFilter,
  others,
  sizes,
  stagePlaces,
  unknown,
} from "../../src/components/filter/filter.js";
import {type Published, publishWhole, Workshop} from "../warehouse/published.js";
import {publishSample} from "../warehouse/sample-folder.js";
import {readPeople} from "./member-people.js";

let workshop: Workshop;
let published: Published;

/** A customer as the warehouse has it: its place in each dimension of filters, its class of each kind. */
interface Known {
  id: string;
  revenue: number;
  /** Null of who is ranked by none. */
  profit: number | null;
  /** Of all time. */
  ever: number;
  places: Record<Dimension, number>;
  codes: Record<(typeof classKinds)[number], string | null>;
}

let known: Known[];
/** Customers by rank. */
let people: Member[];

const read = (file: string, of = published): MemberTable =>
  memberTable(readFileSync(join(of.directory, "files/members", `${file}.arrow`)));

async function readKnown(): Promise<Known[]> {
  const rows = await published.query<Record<string, string | boolean | null>>(
    `SELECT scores.*, (scores.revenue * 100)::BIGINT AS cents,
            (revenue_ever * 100)::BIGINT AS ever, region, industry, metal,
            (SELECT (activity.profit * 100)::BIGINT FROM activity
             WHERE activity.as_of = scores.as_of AND activity.customer_id = scores.customer_id) AS gain,
            EXISTS (FROM activity WHERE activity.as_of = scores.as_of AND activity.customer_id = scores.customer_id)
              AS on_ledger
     FROM scores LEFT JOIN accounts USING (customer_id) LEFT JOIN metal_pyramid USING (as_of, customer_id)
     WHERE as_of = (SELECT max(as_of) FROM scores)`,
  );
  const report = published.cube("report");
  const values = published.cube("filter-values");
  const place = (dimension: "region" | "industry", name: string | null): number =>
    name === null || name.trim() === ""
      ? unknown
      : (values.find((v) => v.dimension === dimension && v.name === name.trim())?.place ?? others);
  expect([report.primary_scheme, report.primary_abc_preset]).toEqual(["together", "by-customers"]);
  return rows.map((row) => {
    const text = (name: string): string | null => row[name] as string | null;
    const abc = text(`abc_customers_${report.primary_abc_measure}`) as (typeof classPlaces)[number];
    const stage = text(report.filter_stage === "wallet" ? "wallet_stage" : "grid_stage")!;
    return {
      id: text("customer_id")!,
      revenue: Number(row.cents),
      profit: row.gain === null ? null : Number(row.gain),
      ever: Number(row.ever),
      places: {
        region: place("region", text("region")),
        industry: place("industry", text("industry")),
        class: classPlaces.indexOf(abc),
        stage: stagePlaces(report).indexOf(stage),
      },
      codes: {
        rfm: row.is_customer ? `${row.r}${row.f}${row.m}` : null,
        grid: row.personal === null ? "0" : `${row.personal}${row.company}`,
        wallet: row.is_refund_only ? null : text("wallet_stage"),
        abc: row.is_customer || row.is_refund_only ? abc : null,
        metal: row.is_customer ? text("metal") : null,
        segment: row.is_customer ? text("rfm_segment") : null,
        pareto: row.on_ledger ? "1-20" : null,
        profit: row.gain === null ? null : "1-20",
      },
    };
  });
}

beforeAll(async () => {
  workshop = new Workshop();
  published = await publishSample("analysts", 450);
  known = await readKnown();
  people = readPeople(join(published.directory, "files/members"));
});
afterAll(() => workshop.remove());

const anyFilter = fc.record(
  Object.fromEntries(
    dimensions.map((d) => [d, fc.option(fc.nat(sizes[d] - 1), {freq: 2, nil: null})]),
  ) as Record<Dimension, fc.Arbitrary<number | null>>,
);

describe("the files of members", () => {
  it("give the 20 largest of every class under any filter, as a search of all customers does", () => {
    const report = published.cube("report");
    let [full, some] = [0, 0];
    fc.assert(
      fc.property(anyFilter, fc.constantFrom(...classKinds), (chosen, kind) => {
        const filter: Filter = {...noFilter, ...chosen};
        for (const code of new Set(known.map(({codes}) => codes[kind]))) {
          if (code === null || code === "none") continue;
          const wanted = known
            .filter(
              ({codes, places}) =>
                codes[kind] === code &&
                dimensions.every((d) => filter[d] === null || filter[d] === places[d]),
            )
            .sort(
              (a, b) =>
                (kind === "profit" ? b.profit! - a.profit! : b.revenue - a.revenue || b.ever - a.ever) ||
                (a.id < b.id ? -1 : 1),
            )
            .slice(0, 20)
            .map(({id, revenue}) => `${id} ${revenue}`);
          const {ranks} = largestMembers([read(memberFile({kind, code}))], filter, report);
          const told = ranks.map((rank) => people[rank]!);
          expect([kind, code, ...told.map((m) => `${m.customer_id} ${m.revenue}`)]).toEqual([
            kind,
            code,
            ...wanted,
          ]);
          if (wanted.length === 20) full++;
          else if (wanted.length > 0) some++;
        }
      }),
      {numRuns: 100},
    );
    expect(full).toBeGreaterThan(10);
    expect(some).toBeGreaterThan(100);
  });

  it("tell names, orders, profit and days as the warehouse has them", async () => {
    const rows = await published.query<Record<string, string | number | null>>(
      `SELECT customer_id, name, orders, (profit * 100)::BIGINT AS profit, recency_days,
              (revenue_ever * 100)::BIGINT AS ever
       FROM scores LEFT JOIN accounts USING (customer_id) WHERE as_of = (SELECT max(as_of) FROM scores)`,
    );
    const wanted = new Map(rows.map((row) => [row.customer_id, row]));
    expect(people.length).toBeGreaterThan(peopleInFile);
    expect(new Set(people.map((m) => m.customer_id)).size).toBe(people.length);
    expect(rows.filter((row) => !people.some((m) => m.customer_id === row.customer_id))).toEqual([]);
    for (const m of people) {
      const row = wanted.get(m.customer_id);
      // Who stands in no score, a prospect who was met or asked, has bought nothing.
      if (!row) {
        expect([m.revenue, m.revenue_ever, m.orders, m.recency_days]).toEqual([0, 0, 0, null]);
        continue;
      }
      expect([m.name, m.revenue_ever, m.orders, m.profit, m.recency_days]).toEqual([
        row.name,
        Number(row.ever),
        Number(row.orders),
        Number(row.profit),
        row.recency_days === null ? null : Number(row.recency_days),
      ]);
    }
  });

  it("hold at most 20 customers of a key, however many there are", async () => {
    const lines = Array.from(
      {length: 700},
      (_, i) => `C${i},2025-${String(1 + (i % 12)).padStart(2, "0")}-15,${100 + i}`,
    );
    const many = await publishWhole(
      workshop.folder({"transactions.csv": `customer_id,ordered_on,amount\n${lines.join("\n")}\n`}),
    );
    const files = readdirSync(join(many.directory, "files/members"));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      if (/^(cells-[a-z-]+|people-\d+)\.arrow$/.test(file)) continue;
      const {key, cell} = read(file.replace(".arrow", ""), many);
      const perKey = new Map<string, number>();
      for (let i = 0; i < key.length; i++) {
        const at = `${cell?.[i] ?? ""} ${key[i]}`;
        perKey.set(at, (perKey.get(at) ?? 0) + 1);
      }
      expect([file, Math.max(...perKey.values()) <= 20]).toEqual([file, true]);
    }
    expect(read("wallet-unknown", many).key.length).toBeLessThanOrEqual(20 * classPlaces.length);
    expect(read("wallet-unknown", many).key.length).toBeGreaterThanOrEqual(20);
  });

  it("hold nothing that is not on the list, for either audience", async () => {
    const site = workshop.folder({"files/.keep": ""});
    cpSync(join(published.directory, "files/members"), join(site, "files/members"), {recursive: true});
    const problems = async (audience: "account-team" | "analysts" | "executives"): Promise<string[]> => {
      const columns = {executives: {}, "account-team": {}, analysts: {}};
      const found = await scan({directory: site, audience, columns, fileSets});
      return found.filter(({where}) => where.startsWith("files/members/")).map(({problem}) => problem);
    };
    expect(await problems("analysts")).toEqual([]);
    expect(await problems("account-team")).toEqual([]);
    const forbidden = await problems("executives");
    expect(forbidden.length).toBeGreaterThan(50);
    expect(forbidden.every((p) => p.includes("in no set of files"))).toBe(true);
  });

  it("are not made for executives", async () => {
    const {directory} = await publishSample("executives", 450);
    expect(existsSync(join(directory, "files/filters"))).toBe(true);
    expect(existsSync(join(directory, "files/members"))).toBe(false);
  });
});

describe("a mark", () => {
  it.each([
    "rfm:545",
    "grid:54",
    "grid:0",
    "wallet:strategic",
    "abc:A",
    "metal:gold",
    "segment:大客户 A/B",
    "pareto:1-35",
    "pareto:1-5.31",
    "profit:1-0.5",
    "profit:1-100",
  ])("is what drawings and addresses write: %s", (text) => {
    expect(markText(parseMark(text)!)).toBe(text);
  });

  it.each([
    null,
    "",
    "rfm:546x",
    "rfm:660",
    "grid:60",
    "abc:none",
    "pareto:2-35",
    "pareto:1-0",
    "pareto:1-101",
    "pareto:1-100.5",
    "pareto:1-0.00",
    "profit:1-5.312",
    "region:x",
  ])("is nothing else: %s", (text) => expect(parseMark(text)).toBeNull());

  it("is the part of the curve that filters may choose, where they know just that part", () => {
    const brush = (text: string, whole = false) => brushOfMark(parseMark(text)!, whole);
    expect(brush("pareto:1-3")).toEqual({on: "pareto", cells: [1, 2, 3]});
    expect(brush("rfm:545")).toEqual({on: "rfm", cells: [545]});
    for (const none of ["pareto:1-2.31", "profit:1-3", "wallet:stable"]) expect(brush(none)).toBeNull();
    expect(brush("pareto:1-2.31", true)).toEqual({on: "pareto", cells: [1, 2, 3]});
  });

  it("names a file that any system takes, another for each class", () => {
    expect(memberFile({kind: "segment", code: "cannot_lose"})).toBe("segment-cannot_lose");
    const files = ["大客户", "a/b", "a b", "../x"].map((code) => memberFile({kind: "segment", code}));
    for (const file of files) expect(file).toMatch(/^segment-[\w~-]+$/);
    expect(new Set(files).size).toBe(4);
  });
});
