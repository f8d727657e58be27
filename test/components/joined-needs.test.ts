import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {needs, notShown} from "../../src/components/absent.js";
import {joinNeeds} from "../../src/components/joined-needs.js";
import type {Cubes} from "../../src/cubes.js";
import {cubesInUse, drawnDocument} from "./drawn-page.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const use = cubesInUse();
const wallets = (title: string): string => needs("wallets", title, "en").text;
const blocks = (html: string): string[][] =>
  [...new JSDOM(html).window.document.querySelectorAll(".needs")].map((block) =>
    [...block.querySelectorAll("p")].map((p) => p.textContent!),
  );
const why = "Needs the wallets export.";

describe("blocks that are not there", () => {
  it("stand as one where they follow each other and lack the same", () => {
    const pair = `<div class="pair">${wallets("B")}\n${wallets("C")}</div>`;
    expect(blocks(joinNeeds(`${wallets("A")}\n${pair}\n${wallets("D")}`))).toEqual([
      ["A", "B", "C", "D", why],
    ]);
  });
  it("stand apart where anything is between them, or where they lack something else", () => {
    const drawn = "<figure><div class='drawings'></div></figure>";
    const html = `${wallets("A")}${drawn}${wallets("B")}${needs("surveys", "C", "en").text}${notShown("D", "Too short.").text}${notShown("E", "Too short.").text}`;
    expect(blocks(joinNeeds(html))).toEqual([
      ["A", why],
      ["B", why],
      ["C", "Needs the surveys export."],
      ["D", "E", "Too short."],
    ]);
    expect(joinNeeds(html)).toContain(drawn);
  });
  it("leave a pair of which one is drawn as it is, and what has none of them", () => {
    const pair = `<div class="pair">${wallets("A")}<figure></figure></div>`;
    expect(joinNeeds(pair)).toBe(pair);
    expect(joinNeeds("<p>Text</p>\n")).toBe("<p>Text</p>\n");
  });
  it("say on a page without an export what is missing once in a row, with every title", () => {
    const cubes = fixtureCubes();
    const without = (exports: Partial<Cubes["report"]["exports"]>): Document => {
      use({...cubes, report: {...cubes.report, exports: {...cubes.report.exports, ...exports}}});
      return drawnDocument("wallet");
    };
    const document = without({wallets: false});
    const gap = document.querySelector("#gap")!.nextElementSibling!;
    expect(gap.className).toBe("needs");
    expect(gap.querySelectorAll(".chart-title").length).toBe(5);
    expect(gap.querySelectorAll("code").length).toBe(1);
    for (const block of document.querySelectorAll(".needs"))
      expect(block.nextElementSibling?.className).not.toBe("needs");
    expect(without({}).querySelectorAll(".needs").length).toBe(0);
  });
});
