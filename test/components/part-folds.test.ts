import {JSDOM} from "jsdom";
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from "vitest";
import {startPartFolds} from "../../src/components/browser/part-folds.js";
import {header} from "../../src/components/shell.js";
import {cubesInUse} from "./drawn-page.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const useCubes = cubesInUse();

beforeAll(() => {
  useCubes(fixtureCubes());
});

let document: Document;
const fold = (): HTMLDetailsElement => document.querySelector<HTMLDetailsElement>(".fold-part details")!;

beforeEach(() => {
  const {window} = new JSDOM(`${header({title: null, path: "/rfm"})}<main><a href="#x">x</a></main>`);
  document = window.document;
  vi.stubGlobal("document", document);
  startPartFolds();
  fold().open = true;
});

afterEach(() => vi.unstubAllGlobals());

describe("a folded part of the row of pages", () => {
  it("holds the pages of its part, which no other part names", () => {
    const names = [...fold().querySelectorAll("a")].map((a) => a.getAttribute("href"));
    expect(names).toEqual(["/data", "/workbench", "/computed", "/glossary"]);
    expect(document.querySelectorAll('nav.pages a[href="/glossary"]')).toHaveLength(1);
  });
  it("stays open while the reader is in it, and closes on a click or a focus elsewhere", () => {
    fold().querySelector("a")!.focus();
    expect(fold().open).toBe(true);
    document.querySelector<HTMLElement>("main a")!.focus();
    expect(fold().open).toBe(false);
    fold().open = true;
    document.querySelector("main")!.click();
    expect(fold().open).toBe(false);
  });
  it("closes on Escape and gives the focus back to its name", () => {
    const link = fold().querySelector("a")!;
    link.focus();
    link.dispatchEvent(new document.defaultView!.KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
    expect(fold().open).toBe(false);
    expect(document.activeElement).toBe(fold().querySelector("summary"));
  });
  it("says by its name that the reader is on one of its pages", () => {
    const {document: glossary} = new JSDOM(header({title: null, path: "/glossary"})).window;
    expect(glossary.querySelector(".fold-part summary")!.className).toBe("here");
    expect(fold().querySelector("summary")!.className).toBe("");
  });
});
