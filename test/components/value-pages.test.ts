import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {startReferencePoints} from "../../src/components/browser/reference-points.js";
import {cubesInUse, drawnDocument} from "./drawn-page.js";
import {fixtureCubes} from "./fixtures/cubes.js";
import {schemes} from "./fixtures/scores.js";

const drawn = new Map<string, Document>();
const useCubes = cubesInUse();
let fixture: string | undefined;

/** The cubes that most tests read, written once. */
function useFixture(): void {
  if (fixture === undefined) fixture = useCubes(fixtureCubes());
  else process.env.GUANXI_CUBES = fixture;
}

/** A page of the cubes in use, drawn once: look, don't touch. */
function render(path: string): Document {
  const key = `${process.env.GUANXI_CUBES} ${path}`;
  const document = drawn.get(key) ?? drawnDocument(path);
  drawn.set(key, document);
  return document;
}

const text = (path: string): string => render(path).body.textContent ?? "";

beforeAll(useFixture);
afterAll(() => drawn.clear());

describe("the schemes of RFM", () => {
  it("stand in sections of their own, the report’s first and open, the others folded, without a script", () => {
    const document = render("rfm");
    const sections = [...document.querySelectorAll(".scheme")];
    expect(sections.map((s) => s.id).sort()).toEqual(schemes.map((s) => `scheme-${s}`).sort());
    expect(sections[0]?.id).toBe("scheme-together");
    expect(sections.map((s) => s.tagName)).toEqual(["SECTION", ...Array(5).fill("DETAILS")]);
    for (const a of document.querySelectorAll<HTMLAnchorElement>(".scheme-list a"))
      expect(document.getElementById(a.getAttribute("href")!.slice(1))).not.toBeNull();
  });
  it("say their thresholds and where they come from, as the settings have them", () => {
    const cubes = fixtureCubes();
    useCubes({
      ...cubes,
      settings: [...cubes.settings, {key: "rfm.fixed.recency", value: "5, 10, 20, 40", changed: true}],
      report: {...cubes.report, primary_scheme: "fixed"},
    });
    const document = render("rfm");
    expect(document.querySelector(".scheme")?.id).toBe("scheme-fixed");
    expect(document.getElementById("scheme-fixed")?.textContent).toMatch(
      /\(sourced\): ≤5 days: 5; 6–10: 4; 11–20: 3; 21–40: 2; more: 1/,
    );
    expect(document.getElementById("scheme-airline")?.textContent).toContain("Purchases in 24 months");
    useFixture();
    expect(render("zh/rfm").getElementById("scheme-fixed")?.textContent).toContain("≤7天5分，8–30天4分");
  });
  it("lead each cell’s row from a mark of its scheme, so that its address opens what is behind it", () => {
    const document = render("rfm");
    for (const tr of document.querySelectorAll('tr[id^="cell-"]')) {
      const [r, f, m] = tr.querySelector("th")!.textContent!;
      const scheme = tr.closest(".scheme")!.id.slice("scheme-".length);
      const marks = [...document.querySelectorAll(`.drawing a[href="#${tr.id}"] [data-mark]`)];
      expect([tr.id, ...new Set(marks.map((mark) => mark.getAttribute("data-mark")))]).toEqual([
        tr.id,
        scheme === "together" ? `rfm:${r}${f}${m}` : `rfm-${scheme}:${r}/${f}/${m}`,
      ]);
    }
  });
  it("draw no slices of more than five scores, and say so", () => {
    const cubes = fixtureCubes();
    const seven = {...cubes.rfm.find((r) => r.scheme === "custom")!, r: 7 as never};
    useCubes({...cubes, rfm: [...cubes.rfm, seven]});
    const custom = render("rfm").getElementById("scheme-custom");
    expect(custom?.querySelector("svg")).toBeNull();
    expect(custom?.textContent).toContain("tables alone");
    useFixture();
  });
});

describe("suggestions", () => {
  it("are marked as such on every page that has them, with who approves what takes something away", () => {
    for (const page of ["rfm", "pareto", "pyramid"]) {
      const document = render(page);
      expect(document.querySelectorAll(".suggestion-note")).toHaveLength(1);
      expect(document.querySelector(".suggestion-note")?.textContent).toMatch(
        /^Suggestions, not decisions\./,
      );
      expect(document.querySelector(".suggestion-note")?.textContent).toContain("floor of service");
      expect(document.body.textContent).toContain("draft; ");
    }
    expect(text("zh/pyramid")).toContain("草案，须经批准：");
  });
});

describe("the value pages", () => {
  it("print horizon and rate with the figures that hang on them", () => {
    expect(text("lifetime")).toContain("next 36 months, discounted at 10% a year");
    expect(text("zh/lifetime")).toContain("预测期36个月，年折现率10%");
  });
  it("put guards into words, and say what stands in for a refused model", () => {
    const cubes = fixtureCubes();
    const refused = cubes["lifetime-models"].map((r) =>
      r.model === "gamma-gamma" ? {...r, ok: false, reason: "no_repeat_buyers", warnings: []} : r,
    );
    useCubes({...cubes, "lifetime-models": refused});
    expect(render("lifetime").querySelector(".warnings")?.textContent).toMatch(
      /Nobody came back.*Each customer’s own mean spend stands in/,
    );
    useFixture();
  });
  it("say that NBD assumes everyone alive, where both models with dropout were refused", () => {
    const cubes = fixtureCubes();
    const {as_of} = cubes.report;
    const refused = cubes["lifetime-models"].map((r) =>
      r.model === "gamma-gamma" ? r : {...r, primary: false, ok: false, reason: "boundary", warnings: []},
    );
    const nbd = {...cubes["lifetime-models"].find((r) => r.as_of === as_of && r.model !== "gamma-gamma")!};
    const instead = {
      ...nbd,
      model: "nbd" as const,
      primary: true,
      ok: true,
      reason: null,
      warnings: ["no_dropout"],
    };
    const holdout = cubes["lifetime-holdout"]
      .filter((r) => r.forecast !== "bg-nbd")
      .map((r) => (r.forecast === "naive" ? r : {...r, forecast: "nbd" as const}));
    useCubes({
      ...cubes,
      "lifetime-models": [...refused, instead],
      "lifetime-alive": [],
      "lifetime-holdout": holdout,
    });
    for (const [page, words, model] of [
      ["lifetime", "P(alive) = 1, by assumption", "NBD model without dropout"],
      ["zh/lifetime", "（P(alive) = 1）", "无流失的NBD模型"],
    ] as const) {
      const document = render(page);
      expect(document.querySelector("[role=note]")?.textContent).toContain(words);
      expect(document.querySelector(".warnings")?.textContent).toContain(words);
      expect(document.querySelector(".warnings")?.textContent?.toLowerCase()).toContain(model.toLowerCase());
      expect(text(page).toLowerCase()).toMatch(new RegExp(`(by the |以)${model.toLowerCase()}`));
    }
    useFixture();
  });
  it("say why where a cube is empty or not there", () => {
    const cubes = fixtureCubes();
    const {movement, concentration, methods, ...rest} = cubes;
    expect([movement, concentration, methods].every((c) => c.length > 0)).toBe(true);
    useCubes({
      ...rest,
      "method-summary": [],
      "method-agreement": [],
      "lifetime-values": [],
      "lifetime-alive": [],
      "lifetime-holdout": [],
      "lifetime-sensitivity": [],
      "lifetime-retention": [],
      "lifetime-models": [],
      "lifetime-parameters": [],
      "rfm-segments": [],
      "rfm-bands": [],
      pyramid: [],
      "pyramid-members": [],
      actions: [],
    });
    for (const page of ["rfm", "pareto", "lifetime", "pyramid", "methods", "index"])
      for (const path of [page, `zh/${page}`]) {
        const document = render(path);
        expect(document.body.innerHTML, path).not.toMatch(/NaN|undefined|Infinity/);
        expect(document.querySelectorAll("[role=note]").length, path).toBeGreaterThan(0);
      }
    expect(text("methods")).toContain("too short");
    expect(text("zh/lifetime")).toContain("模型无法用这段历史拟合");
    useFixture();
  });
  it("name no customer for executives, and tell at least how many moved", () => {
    useCubes(fixtureCubes("executives"));
    for (const page of ["rfm", "pyramid", "lifetime", "methods"]) expect(text(page)).not.toMatch(/C0\d{3}/);
    expect(text("rfm")).toContain("at least");
    useFixture();
    expect(text("pyramid")).toMatch(/C0\d{3}/);
  });
});

describe("the evidence", () => {
  it("shows the first row of each kind where values may be seen, and no such column elsewhere", () => {
    expect(text("data")).toContain('transactions-2024.csv:1204: customer_id ""');
    expect(text("data")).toContain("Lines without a cost, left out of profit");
    useCubes(fixtureCubes("executives"));
    expect(text("data")).not.toContain("First such row");
    useFixture();
  });
  it("lists at most 20 accounts whose stages disagree, and counts the others", () => {
    const cubes = fixtureCubes();
    const row = cubes["stage-mismatches"][0]!;
    useCubes({
      ...cubes,
      "stage-mismatches": Array.from({length: 33}, (_, i) => ({...row, customer_id: `X${i}`})),
    });
    const document = render("relationship");
    expect(
      document.querySelectorAll('[aria-label="Accounts whose two stages disagree: 20 of 33"] tbody tr'),
    ).toHaveLength(20);
    useFixture();
  });
});

describe("reference points", () => {
  it("read off the curve what a changed share of customers brings, and nothing for what is no share", () => {
    const document = drawnDocument("pareto");
    const global = globalThis as {document?: Document};
    global.document = document;
    try {
      startReferencePoints();
    } finally {
      delete global.document;
    }
    const row = [...document.querySelectorAll(".reference-points tr")].find((tr) =>
      tr.textContent?.includes("Beer"),
    )!;
    const input = row.querySelector("input")!;
    const cell = row.querySelector('[data-measure="revenue"]')!;
    const change = (value: string): string => {
      input.value = value;
      input.dispatchEvent(new document.defaultView!.Event("input"));
      return cell.textContent ?? "";
    };
    expect(change("100")).toBe("100.0%");
    const curve = fixtureCubes()["pareto-curve"].filter((p) => p.measure === "revenue");
    const twenty = curve.find((p) => p.customer_share >= 0.2)!;
    expect(change("20")).toBe(`${(100 * twenty.amount_share).toFixed(1)}%`);
    expect(change("0")).toBe("too few customers");
    expect(change("")).toBe("too few customers");
    expect(row.querySelector("input")?.getAttribute("aria-label")).toContain("Beer");
  });
});
