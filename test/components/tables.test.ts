import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {customerTable} from "../../src/components/customer-table.js";
import {keyFigures} from "../../src/components/figures/key-figures.js";
import {html} from "../../src/components/html.js";
import type {Site} from "../../src/components/site.js";
import {type Column, table} from "../../src/components/tables.js";

const drawn = (columns: readonly Column[], cells: readonly string[]): Document =>
  new JSDOM(String(table("A table", columns, [{cells}]))).window.document;
const texts = (document: Document, what: string): (string | null)[] =>
  [...document.querySelectorAll(what)].map((e) => e.textContent);

describe("a table", () => {
  const heads = ["Customer", "Name", "Phase", "Signs"].map((head) => ({head}));
  const cells = ["C1", "Hengyi", "Recovery", "Silent", "¥7"];
  it("has the column in whose order its rows stand right after whom they are of", () => {
    const document = drawn([...heads, {head: "At risk", number: true, ranks: true}], cells);
    expect(texts(document, "thead th")).toEqual(["Customer", "Name", "At risk", "Phase", "Signs"]);
    expect(texts(document, "tbody th, tbody td")).toEqual(["C1", "Hengyi", "¥7", "Recovery", "Silent"]);
    expect(document.querySelectorAll("tbody td")[1]!.className).toBe("number");
  });
  it("keeps the order of its columns where none ranks the rows, or one does that stands there already", () => {
    const plain = drawn([...heads, {head: "At risk"}], cells);
    expect(texts(plain, "tbody th, tbody td")).toEqual(cells);
    const second = drawn([{head: "Day"}, {head: "At risk", ranks: true}, {head: "Phase"}], ["1", "2", "3"]);
    expect(texts(second, "thead th")).toEqual(["Day", "At risk", "Phase"]);
  });
  it("lets a name without a space break anywhere, and marks no query or text that way", () => {
    const of = (text: string): string =>
      drawn([{head: "Name"}, {head: "At"}], ["C1", text]).querySelector("td")!.className;
    expect(of("N".repeat(200))).toBe("unbroken");
    expect(of(`Acme ${"é".repeat(41)}`)).toBe("unbroken");
    expect(of("N".repeat(40))).toBe("");
    expect(of("恒".repeat(60))).toBe("");
    const query = new JSDOM(
      String(table("T", [{head: "Q"}, {head: "R"}], [{cells: ["a", html`<code>${"x".repeat(80)}</code>`]}])),
    );
    expect(query.window.document.querySelector("td")!.className).not.toBe("unbroken");
  });
  it("of customers has no column of names where none is known, and what ranks them right after their ids", () => {
    const list = (name: string | null): (string | null)[] => {
      const columns = [
        {head: "Phase", cell: () => "Control"},
        {head: "At risk", number: true, ranks: true, cell: () => "¥7"},
      ];
      const text = String(
        customerTable(
          "L",
          columns,
          [
            {customer_id: "C1", name: null},
            {customer_id: "C2", name},
          ],
          "en",
        ),
      );
      return texts(new JSDOM(text).window.document, "thead th");
    };
    expect(list("Hengyi")).toEqual(["Customer", "Name", "At risk", "Phase"]);
    expect(list(null)).toEqual(["Customer", "At risk", "Phase"]);
  });
  it("marks long names of rows and long texts, by what is read and not by how it is written", () => {
    const long = "Ranked by the days of silence";
    expect(drawn([{head: "Rule"}], [long]).querySelector("tbody th")!.className).toBe("long");
    expect(drawn([{head: "Rule"}], ["Silence"]).querySelector("tbody th")!.className).toBe("");
    const text = drawn([{head: "Rule"}, {head: "Why"}], ["Silence", long.repeat(4)]);
    expect(text.querySelector("tbody td")!.className).toBe("long");
  });
});

describe("a row of figures", () => {
  it("is nothing where no export tells any, not a heading over nothing", () => {
    const site = {locale: "en", explain: () => "How is this computed?"} as unknown as Site;
    expect(String(keyFigures([], site))).toBe("");
  });
});
