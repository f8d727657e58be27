import {describe, expect, it} from "vitest";
import {flow} from "../../src/components/charts/flow.js";
import {mixExhibit} from "../../src/components/exhibits/coverage/contacts.js";
import {aliveExhibit} from "../../src/components/exhibits/lifetime.js";
import {leanExhibit} from "../../src/components/exhibits/relationship/reliance.js";
import type {Site} from "../../src/components/site.js";
import type {Cubes} from "../../src/cubes.js";
import {drawingOptions} from "./chart-rules.js";
import {fixtureCubes} from "./fixtures/cubes.js";

function siteOf(locale: "en" | "zh", other: Partial<Cubes>): Site {
  const cubes = {...fixtureCubes("executives"), ...other};
  const find = (name: keyof Cubes) => cubes[name];
  return {locale, cubes: {report: cubes.report, read: find, find, has: () => true}} as unknown as Site;
}

describe("a sum that leaves small cells out", () => {
  const bin = (of: number, customers: number | null) => ({
    ...{bin: of, customers, revenue: customers, clv_future: customers, suppressed: customers === null},
  });

  it("says at least of customers by how likely they still are some, and only where a part of it is left out", () => {
    const says = (locale: "en" | "zh", rows: ReturnType<typeof bin>[]): string =>
      String(aliveExhibit(siteOf(locale, {"lifetime-alive": rows})).says);
    const low = [bin(1, null), bin(2, 20), bin(9, 30)];
    expect(says("en", low)).toMatch(/^At least 20 customers .*; for 30 the/);
    const high = [bin(2, 20), bin(8, null), bin(9, 30)];
    expect(says("en", high)).toMatch(/^20 customers .*; for at least 30 the/);
    expect(says("zh", high)).toMatch(/^20位.*；至少30位/);
  });

  it("says ≥ at the classes of a flow that a hidden move leaves or reaches", () => {
    const side = (key: string) => ({key, name: key.toUpperCase(), fill: "red"});
    const move = (from: string, to: string, customers: number | null) => ({
      ...{from, to, customers, direction: "same" as const, title: `${from} ${to}`},
    });
    const drawn = flow(
      {
        from: ["a", "b"].map(side),
        to: ["a", "b"].map(side),
        moves: [move("a", "a", 12), move("b", "b", 30), move("a", "b", null)],
        heads: {from: "then", to: "now"},
        count: String,
      } as never,
      {x: 0, y: 0, width: 700, height: 300},
      drawingOptions("f"),
    );
    const labels = [...drawn.querySelectorAll("text")].map((text) => text.textContent);
    expect(labels.slice(2)).toEqual(expect.arrayContaining(["A ≥ 12", "B 30", "A 12", "B ≥ 30"]));
  });

  it("says ≥ of accounts that lean a way where a square is left out, and not of their money", () => {
    const {report} = fixtureCubes("executives");
    const square = (personal: number, customers: number | null) => ({
      ...{as_of: report.as_of, stage: "initial" as const, personal, company: 2, binding: "habit" as const},
      ...{lean: "person" as const, customers, revenue: customers, profit: customers},
      ...{stale_customers: customers, suppressed: customers === null},
    });
    const drawn = leanExhibit(siteOf("en", {grid: [square(3, 11), square(4, null)] as never}));
    const text = JSON.stringify(drawn.draw({...drawingOptions("l"), width: 1080}));
    expect(text).toContain("≥ 11");
    expect(text.match(/≥/g)!.length).toBe(text.match(/≥ 11/g)!.length);
  });

  it("says ≥ of contacts where a class is left out", () => {
    const row = (value: string, name: string, contacts: number | null) => ({
      ...{by: "initiated_by" as const, class: name, value, customers: contacts, contacts, cost: contacts},
      suppressed: contacts === null,
    });
    const mix = [row("company", "A", 40), row("company", "B", null), row("customer", "A", 10)];
    const drawn = mixExhibit(siteOf("en", {"contact-mix": mix as never}), ["initiated_by"]);
    const text = JSON.stringify(drawn.draw({...drawingOptions("c"), width: 1080}));
    expect(text).toContain('"≥ 40"');
    expect(text).toContain('"10"');
    // What is left out belongs to the whole.
    expect(text).not.toContain("80.0%");
    expect(drawn.says).toBe("Of the contacts shown, most often: begun by us, at least 40.");
  });
});
