import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {UserError} from "../../loaders/errors.js";
import {gridOf, levelNames} from "../../loaders/models/grid-settings.js";
import {parseSettings} from "../../loaders/settings.js";
import {type Finished, publishFolder, scoreFolder, Workshop} from "../warehouse/published.js";

const levels = [1, 2, 3, 4, 5];
const lines = "customer_id,ordered_on,amount\nx,2025-06-30,1\n";

/** One account per cell, called by its levels: p4c3. */
const everyCell = levels
  .flatMap((personal) => levels.map((company) => `p${personal}c${company},2025-01-01,${personal},${company}`))
  .join("\n");

describe("the 25-grid", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => workshop.remove());

  const cells = (settings: string): string =>
    workshop.folder({
      "transactions.csv": lines,
      "relationships.csv": `customer_id,assessed_on,personal_level,company_level\n${everyCell}\n`,
      "report.toml": settings,
    });
  const stages = async (scored: Finished): Promise<Record<string, string>> => {
    const rows = await scored.query<{customer_id: string; grid_stage: string}>(
      "SELECT customer_id, grid_stage FROM scores WHERE as_of = (SELECT max(as_of) FROM scores) AND customer_id <> 'x'",
    );
    return Object.fromEntries(rows.map((row) => [row.customer_id, row.grid_stage]));
  };
  const counts = (byCell: Record<string, string>): Record<string, number> => {
    const found: Record<string, number> = {};
    for (const stage of Object.values(byCell)) found[stage] = (found[stage] ?? 0) + 1;
    return found;
  };

  it("puts its 25 cells at the sourced minimums", async () => {
    const byCell = await stages(await scoreFolder(cells("")));
    expect(counts(byCell)).toEqual({pre: 10, nurturing: 3, initial: 6, middle: 2, advanced: 3, partner: 1});
    for (const personal of levels) {
      for (const company of levels) {
        const expected =
          personal < 3
            ? "pre"
            : personal === 5 && company === 5
              ? "partner"
              : personal >= 4 && company >= 4
                ? "advanced"
                : personal >= 4 && company === 3
                  ? "middle"
                  : company >= 2
                    ? "initial"
                    : "nurturing";
        expect([`p${personal}c${company}`, byCell[`p${personal}c${company}`]]).toEqual([
          `p${personal}c${company}`,
          expected,
        ]);
      }
    }
  });

  it("has no cell below nurturing in preset B", async () => {
    const byCell = await stages(await scoreFolder(cells('[grid]\npreset = "B"\n')));
    expect(counts(byCell)).toEqual({nurturing: 5, initial: 11, middle: 3, advanced: 5, partner: 1});
  });

  it("finds the unmet minimum and the axis that is ahead for all 25 cells of both presets", async () => {
    // Personal and company, lowest stage first, as the source has them; preset B moves the personal levels.
    const minimums = {
      A: [
        [3, 1],
        [3, 2],
        [4, 3],
        [4, 4],
        [5, 5],
      ],
      B: [
        [1, 1],
        [1, 2],
        [3, 3],
        [3, 4],
        [5, 5],
      ],
    } as const;
    for (const preset of ["A", "B"] as const) {
      const rows = await (await scoreFolder(cells(`[grid]\npreset = "${preset}"\n`))).query<{
        customer_id: string;
        binding: string;
        lean: string;
      }>("SELECT customer_id, binding, lean FROM grid WHERE as_of = (SELECT max(as_of) FROM grid)");
      const found = Object.fromEntries(rows.map((row) => [row.customer_id, [row.binding, row.lean]]));
      for (const p of levels) {
        for (const c of levels) {
          let reached = 0;
          minimums[preset].forEach(([leastP, leastC], i) => {
            if (p >= leastP && c >= leastC) reached = i + 1;
          });
          const next = minimums[preset][reached];
          let expected = ["none", "balanced"];
          if (next) {
            const missing = [...(p < next[0] ? ["personal"] : []), ...(c < next[1] ? ["company"] : [])];
            const personAhead = p > c && p - next[0] > c - next[1];
            const companyAhead = c > p && c - next[1] > p - next[0];
            expected = [
              missing.length === 2 ? "both" : missing[0]!,
              personAhead ? "person" : companyAhead ? "thin" : "balanced",
            ];
          }
          expect([preset, p, c, ...found[`p${p}c${c}`]!]).toEqual([preset, p, c, ...expected]);
          // Who is ahead on one axis is held back by the other.
          if (expected[1] === "person") expect(["company", "both"]).toContain(expected[0]);
          if (expected[1] === "thin") expect(["personal", "both"]).toContain(expected[0]);
        }
      }
      if (preset === "A")
        expect(counts(Object.fromEntries(rows.map((row) => [row.customer_id, row.lean])))).toEqual({
          person: 8,
          thin: 10,
          balanced: 7,
        });
    }
  });

  it("takes other minimums by the names of renamed levels", async () => {
    const byCell = await stages(
      await scoreFolder(
        cells(`[grid]
personal_levels = {en = ["met", "knows", "trusts", "calls", "friend"], zh = ["一", "二", "三", "四", "五"]}
minimums = {partner = {personal = "calls", company = "Shared Vision"}, nurturing = {personal = "一", company = 1}}
`),
      ),
    );
    expect(byCell.p4c5).toBe("partner");
    expect(byCell.p1c1).toBe("nurturing");
    expect(byCell.p3c2).toBe("initial");
  });

  it("counts who was never assessed apart from who is below nurturing", async () => {
    const rows = (await publishFolder(cells(""))).cube("grid").filter((row) => row.as_of === "2025-06-30");
    expect(rows.find((row) => row.stage === "unassessed")).toMatchObject({
      customers: 1,
      personal: null,
      company: null,
      revenue: 100,
    });
    expect(rows.filter((row) => row.stage === "pre")).toHaveLength(10);
  });

  it("calls an assessment stale the day after the limit, and takes the newest one of a past date", async () => {
    const published = await publishFolder(
      workshop.folder({
        "transactions.csv": "customer_id,ordered_on,amount\nx,2024-01-01,1\nx,2025-06-30,1\n",
        "relationships.csv":
          "customer_id,assessed_on,personal_level,company_level\na,2025-01-01,5,5\nb,2024-12-31,5,5\nc,2024-02-01,3,1\nc,2025-04-01,5,5\n",
        "report.toml": "[grid]\nstale_after_days = 180\n",
      }),
    );
    const partners = published.cube("grid").filter((row) => row.stage === "partner");
    // 2025-01-01 lies 180 days before 2025-06-30, 2024-12-31 lies 181.
    expect(partners.map((row) => [row.as_of, row.customers, row.stale_customers])).toEqual([
      ["2024-12-31", 1, 0],
      ["2025-03-31", 2, 0],
      ["2025-06-30", 3, 1],
    ]);
    expect(
      published.cube("grid").find((row) => row.as_of === "2025-03-31" && row.stage === "nurturing"),
    ).toMatchObject({customers: 1, stale_customers: 1});
  });

  for (const [contacts, personal, company] of [
    ["max", 5, 4],
    ["mean", 3, 3],
    ["weighted", 2, 3],
  ] as const) {
    it(`makes one level of an account's contacts by ${contacts}`, async () => {
      const scored = await scoreFolder(
        workshop.folder({
          "transactions.csv": lines,
          // Ann 5 and 2 (weight 1), Bob 1 and 4 (weight 3), Cid, whose older word no longer counts, 4 and 4 (weight 0).
          "relationships.csv":
            "customer_id,assessed_on,personal_level,company_level,contact_id,weight\na,2025-01-01,5,2,ann,1\na,2025-01-02,1,4,bob,3\na,2024-01-01,1,1,cid,0\na,2025-01-03,4,4,cid,0\n",
          "report.toml": `[grid]\ncontacts = "${contacts}"\n`,
        }),
      );
      const [row] = await scored.query<{personal: number; company: number}>(
        "SELECT personal, company FROM scores WHERE customer_id = 'a' AND as_of = '2025-06-30'",
      );
      expect(row).toEqual({personal, company});
    });
  }

  it("weighs contacts by their role where the assessment gives no weight", async () => {
    const scored = await scoreFolder(
      workshop.folder({
        "transactions.csv": lines,
        // The director weighs 3 by the role, the engineer 1 by none, and the buyer 0 by the row, whatever the role says.
        "relationships.csv":
          "customer_id,assessed_on,personal_level,company_level,contact_id,contact_role,weight\na,2025-01-01,5,4,ann,Director,\na,2025-01-01,1,1,bob,engineer,\na,2025-01-01,1,1,cid,buyer,0\n",
        "report.toml": '[grid]\ncontacts = "weighted"\nrole_weights = {director = 3, Buyer = 9}\n',
      }),
    );
    const [row] = await scored.query<{personal: number; company: number}>(
      "SELECT personal, company FROM scores WHERE customer_id = 'a' AND as_of = '2025-06-30'",
    );
    // (3 × 5 + 1 × 1) / 4 and (3 × 4 + 1 × 1) / 4.
    expect(row).toEqual({personal: 4, company: 3});
  });

  it("falls back to the mean where all weights are zero", async () => {
    const scored = await scoreFolder(
      workshop.folder({
        "transactions.csv": lines,
        "relationships.csv":
          "customer_id,assessed_on,personal_level,company_level,contact_id,weight\na,2025-01-01,5,5,ann,0\na,2025-01-02,3,5,bob,0\n",
        "report.toml": '[grid]\ncontacts = "weighted"\n',
      }),
    );
    expect(
      await scored.query(
        "SELECT personal, company, grid_stage FROM scores WHERE customer_id = 'a' AND as_of = '2025-06-30'",
      ),
    ).toEqual([{personal: 4, company: 5, grid_stage: "advanced"}]);
  });
});

describe("gridOf", () => {
  it("names the key and the nearest levels for a level that is not on its axis", () => {
    const settings = parseSettings(
      '[grid.minimums]\nmiddle = {personal = "aligned habit", company = "value-adding"}\n',
    );
    expect(() => gridOf(settings)).toThrow(
      new UserError(
        'report.toml: grid.minimums.middle.personal = "aligned habit": no such level; did you mean aligned habits?',
      ),
    );
  });

  it("knows every level by number, in both languages and by its own name", () => {
    const names = levelNames(parseSettings(""));
    for (const name of ["4", "4.0", "aligned habits", "习惯一致"]) {
      expect(names.find((n) => n.axis === "personal" && n.name === name)?.level).toBe(4);
    }
    expect(names.filter((n) => n.axis === "company" && n.name === "1")).toHaveLength(1);
  });
});
