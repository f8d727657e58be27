import * as d3 from "d3";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {audiences} from "../../loaders/audiences.js";
import {serviceCubes as definitions} from "../../loaders/cubes/service/cubes.js";
import type {ServiceCubes} from "../../src/cubes/service.js";
import {type Published, publishFolder, Workshop} from "../warehouse/published.js";

type Name = keyof ServiceCubes;
const names = Object.keys(definitions) as Name[];

/** A business of 300 customers with complaints, surveys and contacts; irregular, so that models can be fitted. */
function business(): Record<string, string> {
  const ids = Array.from({length: 300}, (_, i) => `ID${1000 + i}`);
  const day = (n: number): string =>
    new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
  const lines = ids.flatMap((id, i) =>
    Array.from(
      {length: 2 + (i % 6)},
      (_, k) => `${id},${day((i * 37 + k * (60 + (i % 50))) % 720)},${10 + ((i * i + k) % 997)}`,
    ),
  );
  const complaints = ids
    .filter((_, i) => i % 3 === 0)
    .map((id, i) => {
      const opened = (i * 53) % 700;
      const resolved = i % 7 === 0 ? "" : day(opened + (i % 5));
      return `${id},${day(opened)},${resolved},${["goods", "service", "customer", ""][i % 4]},${["true", "false", ""][i % 6] ?? "true"},${["true", "false", "true", ""][i % 4]}`;
    });
  const surveys = ids
    .filter((_, i) => i % 2 === 0)
    .map((id, i) => {
      const sent = 300 + ((i * 31) % 400);
      const step = (n: number): string => (i % 6 >= n ? day(sent + n) : "");
      return `${id},${day(sent)},${step(1)},${step(2)},${step(3)},${step(4)},${1 + (i % 9)},${1 + ((i * 5) % 9)},${i % 2 === 0},${i % 3 === 0}`;
    });
  const contacts = ids.flatMap((id, i) =>
    Array.from(
      {length: i % 9},
      (_, k) =>
        `${id},${day(400 + ((i * 7 + k * 41) % 320))},${["visit", "club", "call"][k % 3]},${["sales", "manager", "general_manager"][(i + k) % 3]},d${(i + k) % 4}`,
    ),
  );
  return {
    "transactions.csv": `customer_id,ordered_on,amount\n${lines.join("\n")}\n`,
    "customers.csv": `customer_id,name\n${ids.map((id) => `${id},Name of ${id}`).join("\n")}\n`,
    "complaints.csv": `customer_id,opened_on,resolved_on,cause,valid,satisfied\n${complaints.join("\n")}\n`,
    "surveys.csv": `customer_id,sent_on,responded_on,analysed_on,action_on,fed_back_on,perceived,expected,intends_to_buy,would_recommend\n${surveys.join("\n")}\n`,
    "interactions.csv": `customer_id,occurred_on,kind,role,department\n${contacts.join("\n")}\n`,
  };
}

describe("the cubes on service", () => {
  let workshop: Workshop;
  let analysts: Published;
  let executives: Published;
  let bare: Published;
  beforeAll(async () => {
    workshop = new Workshop();
    const files = business();
    const folder = workshop.folder(files);
    analysts = await publishFolder(folder);
    executives = await publishFolder(folder, "executives");
    bare = await publishFolder(workshop.folder({"transactions.csv": files["transactions.csv"]!}));
  }, 120_000);
  afterAll(() => workshop.remove());
  const rows = (of: Published, name: Name): Record<string, unknown>[] =>
    of.cube(name) as unknown as Record<string, unknown>[];

  it("hold something, and only columns on the list", () => {
    for (const [audience, published] of [
      ["analysts", analysts],
      ["executives", executives],
    ] as const)
      for (const name of names.filter((n) => n in audiences[audience])) {
        const all = rows(published, name);
        expect([name, all.length > 0]).toEqual([name, true]);
        for (const row of all)
          expect(Object.keys(row).filter((column) => !(column in audiences[audience][name]!))).toEqual([]);
      }
  });

  it("name customers for analysts alone", () => {
    expect(JSON.stringify(rows(analysts, "service-gaps"))).toContain("Name of ID1");
    expect("service-gaps" in audiences.executives).toBe(false);
    for (const name of names.filter((n) => n !== "service-gaps"))
      expect(JSON.stringify(rows(executives, name))).not.toContain("ID1");
  });

  it("tell executives of no cell under five customers, nor of a lone gap", () => {
    let gaps = 0;
    for (const [name, {suppression}] of Object.entries(definitions)) {
      if (!suppression) continue;
      const [shown, real] = [rows(executives, name as Name), rows(analysts, name as Name)];
      for (const row of shown)
        if (row.suppressed)
          expect(suppression.measures.map((m) => row[m])).toEqual(suppression.measures.map(() => null));
        else expect(row.customers).toBeGreaterThanOrEqual(5);
      for (const keys of suppression.within as readonly (readonly string[])[])
        for (const group of d3
          .group(
            shown.map((row, i) => ({row, customers: Number(real[i]!.customers)})),
            ({row}) => JSON.stringify(keys.map((key) => row[key])),
          )
          .values()) {
          const gone = group.filter(({row}) => row.suppressed);
          gaps += gone.length;
          if (gone.length === 0 || gone.length === group.length) continue;
          expect([name, gone.length > 1 && d3.sum(gone, (g) => g.customers) >= 5]).toEqual([name, true]);
        }
    }
    expect(gaps).toBeGreaterThan(5);
    for (const row of executives.cube("service-classes"))
      for (const inside of [row.known, row.below, row.complainants, row.invited, row.took_part])
        expect(inside === null || inside === 0 || inside >= 5).toBe(true);
    for (const row of executives.cube("complaint-aftermath"))
      for (const inside of row.bought === null ? [] : [row.bought, row.customers! - row.bought])
        expect(inside === 0 || inside >= 5).toBe(true);
  });

  it("part the same complaints: outcomes, times against the limit, and their number", () => {
    for (const {as_of, complaints} of analysts.cube("complaint-summary")) {
      const sum = (of: "complaint-outcomes" | "complaint-timing"): number =>
        d3.sum<{as_of: string; complaints: number | null}>(
          analysts.cube(of).filter((r) => r.as_of === as_of),
          (r) => r.complaints,
        );
      expect([sum("complaint-outcomes"), sum("complaint-timing")]).toEqual([complaints, complaints]);
    }
    const now = analysts.cube("report").as_of;
    const causes = d3.sum(analysts.cube("complaint-causes"), (r) => r.complaints);
    expect(causes).toBe(analysts.cube("complaint-summary").find((r) => r.as_of === now)?.complaints);
    const resolved = d3.sum(
      analysts
        .cube("complaint-timing")
        .filter((r) => r.as_of === now && ["in_limit", "late"].includes(r.timing)),
      (r) => r.complaints,
    );
    expect(d3.sum(analysts.cube("complaint-times"), (r) => r.complaints)).toBe(resolved);
  });

  it("part the same customers by level and by class", () => {
    const customers = analysts.cube("kpis").find((k) => k.role === "now")!.customers;
    for (const name of ["service-levels", "service-depth", "service-classes"] as const)
      expect(d3.sum(rows(analysts, name), (r) => Number(r.customers))).toBe(customers);
  });

  it("stand empty without the exports, but for the levels suggested", () => {
    for (const name of names.filter((n) => !n.startsWith("service-"))) expect(rows(bare, name)).toEqual([]);
    const levels = bare.cube("service-levels");
    expect(levels.length).toBeGreaterThan(0);
    expect(new Set(levels.map((r) => r.delivered))).toEqual(new Set([null]));
    expect(bare.cube("service-gaps")).toEqual([]);
  });
});
