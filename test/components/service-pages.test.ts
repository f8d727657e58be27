import {beforeAll, describe, expect, it} from "vitest";
import {startHiddenComplaints} from "../../src/components/browser/hidden-complaints.js";
import {serviceSentence} from "../../src/components/findings/service.js";
import type {ServiceCubes} from "../../src/cubes/service.js";
import type {Cubes} from "../../src/cubes.js";
import {cubesInUse, drawnDocument} from "./drawn-page.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const useCubes = cubesInUse();
const render = (path = "service"): Document => drawnDocument(path);

const full = fixtureCubes();
const executives = fixtureCubes("executives");

beforeAll(() => useCubes(full));

/** The cubes that a business has without these three exports. */
function bare(): Cubes {
  const empty: Partial<Record<keyof ServiceCubes, never[]>> = {};
  for (const name of Object.keys(full) as (keyof Cubes)[])
    if (/^(complaint|survey)-|^loyalty$|^service-gaps$/.test(name)) empty[name as keyof ServiceCubes] = [];
  return {
    ...full,
    ...empty,
    report: {
      ...full.report,
      exports: {...full.report.exports, complaints: false, surveys: false, interactions: false},
    },
    "service-levels": [
      {suggested: 2, delivered: null, customers: 640, revenue: 1, profit: 1, suppressed: false},
    ],
    "service-depth": [{class: "A", delivered: null, customers: 640, revenue: 1, suppressed: false}],
    "service-classes": full["service-classes"].map((r) => ({
      ...r,
      known: 0,
      below: 0,
      complainants: null,
      median_hours: null,
      in_limit_share: null,
      invited: 0,
      took_part: 0,
    })),
  };
}

describe("the page on service", () => {
  it("names customers for analysts and none for executives", () => {
    useCubes(full);
    expect(render().body.textContent).toMatch(/C0\d{3}/);
    useCubes(executives);
    for (const path of ["service", "zh/service"]) {
      const text = render(path).body.innerHTML;
      expect(text).not.toMatch(/C0\d{3}/);
      expect(text).toContain(path === "service" ? "Not published for this audience" : "不向此类读者公布");
    }
    useCubes(full);
  });
  it("writes no NaN, null or undefined, for anyone", () => {
    for (const cubes of [full, executives, bare()]) {
      useCubes(cubes);
      for (const path of ["service", "zh/service"]) {
        const text = render(path).body.innerHTML;
        expect(text).not.toMatch(/NaN|undefined|\bnull\b|Infinity/);
      }
    }
    useCubes(full);
  });
  it("says of each block which export it needs, and stands without any", () => {
    useCubes(bare());
    const english = render();
    const asks = [...english.querySelectorAll(".needs code")].map((e) => e.textContent);
    expect(new Set(asks)).toEqual(new Set(["complaints", "surveys", "interactions"]));
    expect(english.querySelector("h1")?.textContent).toBe(
      "Service needs an export of complaints, surveys or interactions.",
    );
    expect(english.body.textContent).toContain("What is delivered is not known");
    expect(render("zh/service").querySelector("h1")?.textContent).toContain("需要");
    useCubes(full);
  });
  it("tells the funnel's steps so that each is the one before less what is named", () => {
    useCubes(full);
    const rows = [...render().querySelectorAll("#figure-complaint-funnel tbody tr")].map((tr) =>
      [...tr.querySelectorAll("th, td")].map((cell) => cell.textContent ?? ""),
    );
    expect(rows.map((r) => r[0])).toEqual(["Opened", "Valid", "Resolved", "Satisfied", "Still buying"]);
    const numbers = (text: string): number =>
      (text.match(/\d+/g) ?? []).reduce((sum, n) => sum + Number(n), 0);
    rows.slice(1).forEach((row, i) => {
      expect(Number(row[1])).toBe(Number(rows[i]![1]) - numbers(row[3]!));
    });
  });
  it("says in which of the newest quarters nobody complained, with rows of zeros or none", () => {
    const rows = full["complaint-quarters"];
    const newest = rows
      .map((r) => r.quarter)
      .sort()
      .at(-1)!;
    const says = (of: typeof rows, locale?: "zh") => {
      useCubes({...full, "complaint-quarters": of});
      const figure = (locale ? render("zh/service") : render()).querySelector("#figure-complaint-quarters")!;
      return figure.querySelector(".says")!.textContent;
    };
    expect(says(rows)).not.toContain("No complaint");
    const zeros = rows.map((r) => (r.quarter === newest ? {...r, complaints: 0, customers: 0} : r));
    for (const of of [zeros, rows.filter((r) => r.quarter !== newest)]) {
      expect(says(of)).toMatch(/% in Q3 2025\. No complaint was opened in Q4 2025\.$/);
      expect(says(of, "zh")).toMatch(/2025年第4季度没有提出抱怨。$/);
    }
    expect(says(rows.filter((r) => r.quarter < "2025-07-01"))).toContain("opened from Q3 2025 to Q4 2025.");
    useCubes(full);
  });
  it("leaves a step of the funnel out where it is suppressed, and draws no loss in its place", () => {
    const rows = full["complaint-outcomes"].map((r) =>
      r.as_of === full.report.as_of && ["open", "satisfied_young"].includes(r.outcome)
        ? {...r, customers: null, complaints: null, suppressed: true}
        : r,
    );
    useCubes({...full, "complaint-outcomes": rows});
    const cells = [...render().querySelectorAll("#figure-complaint-funnel tbody tr")].map(
      (tr) => tr.querySelectorAll("td")[0]!.textContent,
    );
    expect(cells[2]).toBe("suppressed");
    expect(cells[3]).toBe("suppressed");
    // Known from the top, since neither what was opened nor what was not valid is hidden.
    expect(Number(cells[1])).toBeGreaterThan(0);
    useCubes(full);
  });
});

describe("hidden complaints", () => {
  /** The block's input and figure once the script has run at an address. */
  function run(search: string, cubes: Partial<Cubes> = full) {
    useCubes(cubes);
    const document = render();
    const window = document.defaultView!;
    window.history.replaceState(null, "", `/service${search}`);
    const names = ["document", "location", "history"] as const;
    const global = globalThis as Record<string, unknown>;
    const kept = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
    for (const name of names) Object.defineProperty(global, name, {value: window[name], configurable: true});
    const restore = (): void =>
      names.forEach((name, i) => {
        if (kept[i]) Object.defineProperty(global, name, kept[i]);
        else delete global[name];
      });
    startHiddenComplaints();
    const input = document.querySelector<HTMLInputElement>("#hidden-complaints input")!;
    const type = (value: string): string => {
      input.value = value;
      input.dispatchEvent(new window.Event("input"));
      return document.querySelector("#hidden-complaints output > :not([hidden])")!.textContent!;
    };
    return {document, window, input, type, restore};
  }
  const now = full["complaint-summary"].at(-1)!.complainants!;

  it("stand with the setting's value where no script runs", () => {
    useCubes(full);
    const block = render().querySelector("#hidden-complaints")!;
    const customers = full.kpis.find((k) => k.role === "now")!.customers;
    expect(block.querySelector(".one-in")?.textContent).toBe("27");
    expect(now * 26).toBeGreaterThan(customers - now);
    expect(block.querySelector("output > :not([hidden])")?.textContent).toBe(
      `the rule of thumb gives ${(now * 26).toLocaleString("en")}, more than all your other ${customers - now} customers: it doesn’t fit this business.`,
    );
    expect(block.textContent).toContain("rule of thumb");
  });
  it("follow the input, say where the rule does not fit, and stand in the address", () => {
    const {window, input, type, restore} = run("");
    try {
      expect(input.getAttribute("aria-label")).toContain("dissatisfied");
      expect(type("2")).toBe(`about ${now} more are dissatisfied and silent.`);
      expect(window.location.search).toBe("?one-in=2");
      expect(type("1")).toBe("about 0 more are dissatisfied and silent.");
      expect(type("1000")).toContain(`more than all your other ${640 - now} customers`);
      expect(type("27")).toContain("doesn’t fit this business");
      expect(window.location.search).toBe("");
      expect(type("2.5")).toContain("about – more");
      expect(input.getAttribute("aria-invalid")).toBe("true");
      expect(window.location.search).toBe("");
    } finally {
      restore();
    }
  });
  it("begin with the number in the address, where it is one", () => {
    const {input, restore} = run("?one-in=3");
    expect(input.value).toBe("3");
    restore();
    const other = run("?one-in=none");
    expect(other.input.value).toBe("27");
    other.restore();
  });
});

describe("the sentence about service", () => {
  const facts: Parameters<typeof serviceSentence>[0] = {
    complaints: null,
    inLimit: null,
    limit: 36,
    kept: null,
    times: 2,
    closed: null,
    served: null,
    report: full.report,
  };
  const opened = (n: number | null) => ({
    opened: n,
    valid: null,
    resolved: null,
    satisfied: null,
    still: null,
    of: () => null,
  });

  it("is right for one and for many, for some facts and for none", () => {
    expect(serviceSentence({...facts, complaints: opened(1), inLimit: 1}, "en")).toBe(
      "The one complaint was resolved within 36 hours.",
    );
    expect(
      serviceSentence(
        {...facts, complaints: opened(68), inLimit: 0.5, kept: {kept: 16, of: 25}, closed: 0.1},
        "en",
      ),
    ).toBe(
      "50.0% of 68 complaints were resolved within 36 hours; of those that ended satisfied and are old enough to tell, 64.0% were followed by an order within 2 times the customer’s own usual gap; 10.0% of surveys were fed back.",
    );
    expect(serviceSentence({...facts, kept: {kept: 0, of: 1}}, "en")).toBe(
      "The one that ended satisfied and is old enough to tell was not followed by an order within 2 times the customer’s own usual gap.",
    );
    expect(serviceSentence({...facts, complaints: opened(2)}, "en")).toBe(
      "2 complaints were opened in the window.",
    );
    expect(serviceSentence({...facts, served: {below: 1, known: 4}}, "en")).toBe(
      "25.0% of customers are served below the level suggested.",
    );
    expect(serviceSentence(facts, "en")).toBe("Too few customers can be shown to say how service stands.");
    expect(serviceSentence({...facts, complaints: opened(68), inLimit: 0.5}, "zh")).toBe(
      "68件抱怨中50.0%在36小时限期内解决。",
    );
  });
});
