import {describe, expect, it} from "vitest";
import {noFilter} from "../../../src/components/filter/filter.js";
import type {FilterTable} from "../../../src/components/filter/filter-table.js";
import {filteredCubes} from "../../../src/components/filter/filtered-cubes.js";
import {coverageFigures} from "../../../src/components/filter/live-figures/coverage.js";
import {serviceFigures} from "../../../src/components/filter/live-figures/service.js";
import type {Site} from "../../../src/components/site.js";
import type {Locale} from "../../../src/cubes.js";
import {fixtureCubes} from "../fixtures/cubes.js";
import {siteOf, type Titled, titled} from "../titled-marks.js";

const cubes = fixtureCubes("analysts");
const drawn = (id: string, site: Site): Titled[] =>
  titled({...serviceFigures(site), ...coverageFigures(site)}[id]!.exhibit(site, null), site, [1080]);

describe("what marks stand for, by hand", () => {
  const marksOf = (id: string, more: object, locale: Locale) =>
    drawn(id, siteOf({...cubes, ...more}, locale)).map(({mark, words}) => [mark, words]);
  const cell = {suppressed: false};

  it("is a level suggested and one delivered, or none on record", () => {
    const levels = {
      "service-levels": [
        {suggested: 5, delivered: 0, customers: 7, revenue: 100_00, profit: 1, ...cell},
        {suggested: 2, delivered: null, customers: 3, revenue: 50_00, profit: 1, ...cell},
        {suggested: 2, delivered: 1, customers: null, revenue: null, profit: null, suppressed: true},
      ],
    };
    expect(marksOf("service-levels", levels, "en")).toEqual([
      ["service-levels:5/0", "5 strategic → 0 complaint past its limit: 7 · ¥100.00"],
      ["service-levels:2/", "2 standardised → not known: 3 · ¥50.00"],
      [null, "2 standardised → 1 resolve complaints: –"],
    ]);
    expect(marksOf("service-levels", levels, "zh")[0]).toEqual([
      "service-levels:5/0",
      "5 战略性服务 → 0 抱怨逾期未决：7 · ¥100.00",
    ]);
  });

  it("is every outcome that reached a step, and the loss's own", () => {
    const as_of = cubes.report.as_of;
    const outcome = (name: string, complaints: number) => ({
      as_of,
      outcome: name,
      complaints,
      customers: complaints,
      ...cell,
    });
    const funnel = {
      "complaint-outcomes": [
        outcome("invalid", 4),
        outcome("unsatisfied", 2),
        outcome("satisfied_gone", 3),
        outcome("satisfied_buying", 6),
      ],
      "complaint-summary": [
        {as_of, complaints: 15, complainants: 15, median_hours: 1, p90_hours: 2, not_judged: 0},
      ],
    };
    const satisfied = "satisfied_buying,satisfied_gone,satisfied_young,satisfied_untold";
    const resolved = satisfied.replace(",", ",unsatisfied,unasked,");
    expect(marksOf("complaint-funnel", funnel, "en")).toEqual([
      ["complaint-outcomes:*", "Opened: 15"],
      [`complaint-outcomes:${resolved.replace(",", ",open,")}`, "Valid: 11  (73.3%)"],
      ["complaint-outcomes:invalid", "Judged not valid: 4"],
      [`complaint-outcomes:${resolved}`, "Resolved: 11  (73.3%)"],
      [`complaint-outcomes:${satisfied}`, "Satisfied: 9  (60.0%)"],
      ["complaint-outcomes:unsatisfied", "Not satisfied: 2"],
      ["complaint-outcomes:satisfied_buying", "Still buying: 6  (40.0%)"],
      ["complaint-outcomes:satisfied_gone", "Did not buy again in time: 3"],
    ]);
    expect(marksOf("complaint-funnel", funnel, "zh").map(([, words]) => words)).toContain("判为不成立：4");
  });

  it("is those whom the words count: of a quarter those in the limit, of buyers all that the share is of", () => {
    const quarter = "2025-10-01";
    const quarters = {
      "complaint-quarters": [
        {quarter, timing: "in_limit", complaints: 3, customers: 3, ...cell},
        {quarter, timing: "missed", complaints: 1, customers: 1, ...cell},
      ],
    };
    expect(marksOf("complaint-quarters", quarters, "zh")).toEqual([
      ["complaint-quarters:2025-10-01/in_limit", "限期内，2025年第4季度：75.0%（4件中3件）"],
    ]);
    expect(
      marksOf("complaint-quarters", {"complaint-quarters": quarters["complaint-quarters"].slice(1)}, "zh"),
    ).toEqual([[null, "限期内，2025年第4季度：0%（1件中0件）"]]);
    const kept = {
      "survey-repurchase": [
        {satisfied: false, buying: "gone", customers: 2, ...cell},
        {satisfied: false, buying: "young", customers: 5, ...cell},
      ],
    };
    expect(marksOf("survey-repurchase", kept, "en")).toEqual([
      ["survey-repurchase:false/buying,false/gone", "Not satisfied: 0% (0 of 2)"],
    ]);
  });

  it("is who complained, and not those like them who didn’t", () => {
    const side = {
      handling: "well",
      customers: 4,
      bought: 1,
      orders_before: 1,
      orders_after: 1,
      revenue_before: 1,
      revenue_after: 1,
      ...cell,
    };
    const aftermath = {
      "complaint-aftermath": [
        {...side, side: "matched"},
        {...side, side: "twin"},
      ],
    };
    expect(marksOf("complaint-aftermath", aftermath, "en")).toEqual([
      ["complaint-aftermath:well/matched/*", "In the limit, satisfied, complained: 25.0% (1 of 4)"],
      [null, "In the limit, satisfied, no complaint: 25.0% (1 of 4)"],
    ]);
  });

  it("is a class’s contacts through a channel, or all classes’ of a content", () => {
    const row = {class: "A", customers: 2, contacts: 1, cost: 4, ...cell};
    const mix = {
      "contact-mix": [
        {...row, by: "channel", value: "phone"},
        {...row, by: "content", value: "unknown"},
      ],
    };
    expect(marksOf("channel-mix", mix, "en")).toEqual([
      ["contact-mix:channel/A/phone", "Class A, Telephone: 1 contact, 4 points"],
    ]);
    expect(marksOf("channel-mix", mix, "zh")[0]![1]).toBe("A类，电话：1次，4点");
    expect(marksOf("contacts-by-content", mix, "en")).toEqual([
      ["contact-mix:content/*/unknown", "Not recorded, Share of contacts: 100% · 1"],
    ]);
  });

  it("is an hour of a weekday", () => {
    const hours = {"contact-hours": [{weekday: 1, hour: 9, customers: 2, contacts: 3, ...cell}]};
    expect(marksOf("contact-hours", hours, "zh")).toEqual([["contact-hours:1/9", "周一 09:00：3"]]);
  });
});

describe("figures drawn again under a filter", () => {
  it("carry the same marks, from the table's own cells", () => {
    const {report, settings} = cubes;
    const bands: FilterTable = {
      key: [0, 0],
      cells: {time_band: [1, 2], from_hours: [0, 18], to_hours: [18, 36]},
      measures: {customers: [2, 0], complaints: [2, 0]},
    };
    const tables = {"complaint-times": bands, "complaint-hours": {key: [], cells: {}, measures: {}}};
    const filtered = filteredCubes(
      report,
      settings,
      tables,
      noFilter,
    )(["complaint-times", "complaint-hours"]);
    const site = {...siteOf(cubes, "en"), cubes: filtered};
    expect(drawn("complaint-times", site).map(({mark, words}) => [mark, words])).toEqual([
      ["complaint-times:1", "Up to 18 hours, Complaints: 2"],
      [null, "Up to 36 hours, Complaints: 0"],
    ]);
  });
});
