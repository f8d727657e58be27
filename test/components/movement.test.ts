import fc from "fast-check";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {movesDrawing} from "../../src/components/charts/moves.js";
import {type MovesWords, movesView} from "../../src/components/exhibits/movement/moves-view.js";
import {
  chosenPair,
  defaultPair,
  movesOfColumns,
  movesOfRows,
  yearBefore,
} from "../../src/components/exhibits/movement/pairs.js";
import {
  largestMove,
  regressionSentence,
  wentOneWay,
} from "../../src/components/exhibits/movement/regression-facts.js";
import {verdictOf, weakerZ} from "../../src/components/exhibits/movement/stage-trend.js";
import type {ClassMovementRow, StageRegressionRow, StageTrendRow} from "../../src/cubes/movement.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const {document} = new JSDOM("").window;
const row = (
  from_class: string,
  to_class: string,
  direction: ClassMovementRow["direction"],
  customers: number | null,
  money = 100,
): ClassMovementRow => ({
  model: "metal",
  from: "2024-12-31",
  to: "2025-12-31",
  ...{from_class, to_class, direction, customers},
  revenue_before: customers === null ? null : money * 3,
  revenue_after: customers === null ? null : money,
  profit_before: customers === null ? null : money,
  profit_after: customers === null ? null : money,
  suppressed: customers === null,
});
const side = (key: string) => ({key, name: key[0]!.toUpperCase() + key.slice(1), fill: "var(--up)"});
const said = (locale: "en" | "zh"): MovesWords => ({
  locale,
  currency: {currency: "CNY", minor_digits: 2},
  hasProfit: true,
  models: {
    metal: {name: "Pyramid", title: "Movement", classes: ["diamond", "gold", "brass", "lead"].map(side)},
  },
  known: {from: ["2024-12-31"], to: "2025-12-31"},
  history: {window: {days: 365}, first_day: "2023-06-01", as_of: "2025-12-31"},
  arrived: "Not known yet",
  directions: {up: "Moved up", same: "Stayed", down: "Regressed", came: "Came", lost: "Lost", new: "New"},
  words: {
    from: "From",
    to: "To",
    way: "Way",
    customers: "Customers",
    revenue: "Revenue",
    profit: "Profit",
    before: "before",
    after: "after",
    suppressed: "suppressed",
  },
});
const span = {model: "metal", from: "2024-12-31", to: "2025-12-31"} as const;
const known = {from: ["2024-12-31"], to: "2025-12-31"};
const sentence = (...rows: ClassMovementRow[]): string =>
  regressionSentence(rows, wentOneWay(rows, "down"), span, said("en"));

describe("the sentence of a movement", () => {
  const days = "from 31 Dec 2024 to 31 Dec 2025";
  it("says how many regressed, with how much money, and the largest move between stages", () => {
    expect(
      sentence(
        row("gold", "brass", "down", 7, 1000),
        row("lead", "brass", "up", 9),
        row("gold", "gold", "same", 90),
      ),
    ).toBe(
      `7 accounts regressed ${days}: their revenue went from ¥30.0 to ¥10.0. The largest move: 9 from “Lead” to “Brass” (moved up).`,
    );
  });
  it("is right for one, for none, and where some are too few to be shown", () => {
    expect(sentence(row("gold", "brass", "down", 1, 1000))).toMatch(
      /^1 account regressed .*: its revenue went/,
    );
    expect(sentence(row("gold", "gold", "same", 5))).toBe(`Nobody regressed ${days}.`);
    expect(sentence(row("gold", "brass", "down", null))).toBe(
      `Some accounts regressed ${days}, each move too small to be shown.`,
    );
    expect(sentence(row("gold", "brass", "down", null), row("gold", "lead", "down", 8))).toBe(
      `At least 8 accounts regressed ${days}. The largest move: 8 from “Gold” to “Lead” (regressed).`,
    );
    expect(regressionSentence([], wentOneWay([], "down"), span, said("zh"))).toBe(
      "2024年12月31日至2025年12月31日，没有客户倒退。",
    );
  });
  it("tells no money of a stage from a day without a whole window, and of a class of the window nothing", () => {
    const rows = [row("gold", "brass", "down", 8)];
    const of = (model: "metal" | "wallet_stage", first_day: string): string =>
      regressionSentence(
        rows,
        wentOneWay(rows, "down"),
        {...span, model},
        {...said("en"), history: {...said("en").history, first_day}},
      );
    expect(of("wallet_stage", "2024-10-01")).toMatch(new RegExp(`^8 accounts regressed ${days}\\. The`));
    expect(of("metal", "2024-10-01")).toMatch(/^To compare two dates/);
    expect(of("metal", "2024-01-02")).toMatch(/their revenue went from/);
  });
  it("takes of equal movements that of the most money", () => {
    const rows = [
      row("gold", "brass", "down", 4, 1),
      row("lead", "gold", "up", 4, 9),
      row("lead", "brass", "new", 50),
    ];
    expect(largestMove(rows)).toBe(rows[1]);
    expect(wentOneWay(rows, "down")).toMatchObject({
      customers: 4,
      exact: true,
      revenue_before: 3,
      revenue_after: 1,
    });
  });
});

describe("the pairs to choose from", () => {
  const pairs = ["grid_stage", "metal"].flatMap((model) =>
    [
      ["2024-12-31", "2025-12-31"],
      ["2025-09-30", "2025-12-31"],
      ["2024-12-31", "2025-09-30"],
    ].map(([from, to]) => ({model: model as "metal", from: from!, to: to!})),
  );
  const models = ["grid_stage", "metal"] as const;
  it("are taken from the address where they are there, else from what there is", () => {
    const chosen = (search: string) => Object.values(chosenPair(search, pairs, models, known)!).join(" ");
    expect(chosen("?model=metal&from=2025-09-30&to=2025-12-31")).toBe("metal 2025-09-30 2025-12-31");
    expect(chosen("")).toBe("grid_stage 2024-12-31 2025-12-31");
    for (const bad of [
      "?model=donut&from=2025-09-30",
      "?from=2025-12-31&to=2024-12-31",
      "?from=<b>&to=%00",
      "?model=wallet_stage",
    ])
      expect(chosen(bad)).toBe("grid_stage 2024-12-31 2025-12-31");
    expect(chosen("?model=metal&from=2019-01-01&to=2025-12-31")).toBe("metal 2024-12-31 2025-12-31");
    expect(chosenPair("?model=metal", [], models, known)).toBeNull();
    expect(chosenPair("?model=metal", pairs, [], known)).toBeNull();
  });
  it("begin about a year before the newest date, or at the first where history is shorter", () => {
    expect(yearBefore(["2024-09-30", "2024-12-31", "2025-03-31"], "2025-12-31")).toBe("2024-12-31");
    expect(yearBefore(["2024-09-30", "2024-12-31"], "2025-11-15")).toBe("2024-12-31");
    expect(yearBefore(["2025-03-31"], "2025-12-31")).toBeNull();
    // Ten months before the last of December is the last of February.
    expect(yearBefore(["2023-02-13", "2023-02-14"], "2023-12-31")).toBe("2023-02-13");
    expect(yearBefore(["2024-02-14", "2024-02-15"], "2024-12-30")).toBe("2024-02-14");
    expect(defaultPair([{model: "metal", from: "2025-09-30", to: "2025-12-31"}], "metal", known)?.from).toBe(
      "2025-09-30",
    );
    expect(defaultPair(pairs, "abc", known)).toBeNull();
  });
  it("are the same from columns as from rows, and few for executives", () => {
    const all = movesOfColumns(fixtureCubes()["class-movement-pairs"]);
    expect(all.pairs.filter((p) => p.model === "metal")).toHaveLength(36);
    const cubes = fixtureCubes("executives");
    const few = movesOfRows(cubes["class-movement"], cubes["class-movement-ways"], cubes.movement, true);
    expect(new Set(few.pairs.map((p) => p.to))).toEqual(new Set(["2025-12-31"]));
    const told = few.of({model: "abc", from: "2024-12-31", to: "2025-12-31"});
    const whole = all.of({model: "abc", from: "2024-12-31", to: "2025-12-31"});
    expect(told).toHaveLength(whole.length);
    for (const r of told.filter((t) => !t.suppressed)) expect(whole).toContainEqual(r);
    // All who regressed may be told where the single moves are too small.
    const pair = {model: "grid_stage", from: "2024-12-31", to: "2025-12-31"} as const;
    expect(all.went(pair, "up").customers).toBeGreaterThan(5);
    expect(few.went(pair, "up")).toMatchObject({...all.went(pair, "up"), exact: true});
    // The pyramid comes from the cube that tells its profit alone.
    const metal = few.of({model: "metal", from: "2024-12-31", to: "2025-12-31"});
    expect(metal.some((r) => r.profit_after !== null)).toBe(true);
    expect(metal.every((r) => r.revenue_after === null)).toBe(true);
  });
});

describe("the drawing", () => {
  const drawn = (rows: ClassMovementRow[], width = 1080): SVGSVGElement =>
    movesDrawing(movesView(rows, wentOneWay(rows, "down"), span, said("en")).data, {
      ...{document, width, locale: "en", id: "d", label: "A sentence."},
    });
  it("marks what fell by stripes and a triangle, so that it reads without colour", () => {
    const svg = drawn([
      row("gold", "brass", "down", 7),
      row("lead", "brass", "up", 9),
      row("gold", "gold", "same", 90),
    ]);
    expect(svg.querySelectorAll('path[fill="url(#d-fell)"]')).toHaveLength(1);
    expect(svg.querySelectorAll('polygon[fill="var(--down)"]')).toHaveLength(1);
    expect(svg.querySelectorAll('polygon[fill="var(--up)"]')).toHaveLength(1);
    expect(svg.getAttribute("aria-label")).toBe("A sentence.");
  });
  it("hatches what is not told in the matrix and leaves it out of the flow", () => {
    const svg = drawn([row("gold", "brass", "down", null), row("gold", "gold", "same", 90)]);
    expect(svg.querySelectorAll("path > title")).toHaveLength(1);
    expect([...svg.querySelectorAll("rect")].some((r) => r.getAttribute("fill") === "url(#d-hatch)")).toBe(
      true,
    );
    expect(svg.textContent).toContain("Gold → Brass: suppressed");
    expect(svg.textContent).not.toContain("NaN");
  });
  it("is as high for one pair as for another, so that nothing below it moves", () => {
    for (const width of [1080, 700, 343])
      expect(drawn([row("gold", "brass", "down", 1)], width).getAttribute("height")).toBe(
        drawn(
          [
            row("gold", "brass", "down", 900),
            row("lead", "lead", "same", 3),
            row("arrived", "lead", "new", 1),
          ],
          width,
        ).getAttribute("height"),
      );
  });
  it("keeps bands and labels inside the drawing, whatever the numbers", () => {
    const keys = ["diamond", "gold", "brass", "lead"];
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            f: fc.constantFrom(...keys, "arrived"),
            t: fc.constantFrom(...keys),
            n: fc.integer({min: 1, max: 100_000}),
          }),
          {
            selector: ({f, t}) => f + t,
            minLength: 1,
          },
        ),
        fc.constantFrom(1080, 700, 343),
        (moves, width) => {
          const svg = drawn(
            moves.map(({f, t, n}) => row(f, t, "same", n)),
            width,
          );
          const height = Number(svg.getAttribute("height"));
          for (const path of svg.querySelectorAll("path:has(title)"))
            for (const [, , y] of path.getAttribute("d")!.matchAll(/([\d.-]+),([\d.-]+)/g)) {
              expect(Number(y)).toBeGreaterThanOrEqual(0);
              expect(Number(y)).toBeLessThanOrEqual(height + 0.2);
            }
          for (const text of svg.querySelectorAll("text")) {
            expect(Number(text.getAttribute("y"))).toBeGreaterThan(0);
            expect(Number(text.getAttribute("y"))).toBeLessThanOrEqual(height);
          }
        },
      ),
      {numRuns: 30},
    );
  });
});

describe("the claim that higher stages regress less", () => {
  const trend = (more: Partial<StageTrendRow>): StageTrendRow => ({
    ...{model: "grid_stage", span: "quarter", intervals: 8, seen: 500, accounts: 200, regressed: 60},
    ...{z: -3, z_clustered: -2.5},
    ...more,
  });
  const stage = {} as StageRegressionRow;
  const verdict = (more: Partial<StageTrendRow> | null, stages = 5): string =>
    verdictOf(more && trend(more), Array(stages).fill(stage), 10, 0.05);
  it("is supported by a falling trend that also stands with accounts taken together", () => {
    expect(verdict({})).toBe("supported");
    expect(verdict({z_clustered: -1.9})).toBe("no-trend");
    expect(weakerZ(trend({z_clustered: -1.9}))).toBe(-1.9);
    expect(verdict({z: 3, z_clustered: 2.5})).toBe("opposite");
    expect(verdict({z: 0.2, z_clustered: 0.1})).toBe("no-trend");
  });
  it("is left open with too few regressions, one stage, or nothing that may be told", () => {
    expect(verdict({regressed: 9})).toBe("too-few");
    expect(verdict({}, 1)).toBe("too-few");
    expect(verdict({z: null, z_clustered: null})).toBe("too-few");
    expect(verdict({regressed: null, z: null, z_clustered: null})).toBe("not-told");
    expect(verdict(null)).toBe("too-few");
  });
});
