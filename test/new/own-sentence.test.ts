import {describe, expect, it} from "vitest";
import {saysLargest} from "../../src/components/own/own-says.js";
import type {OwnColumn} from "../../src/cubes/own.js";
import type {Locale} from "../../src/cubes.js";
import {fixtureCubes} from "../components/fixtures/cubes.js";

const lost: OwnColumn = {
  name: "lost",
  kind: "count",
  label: {en: "Lost customers", zh: "流失客户数"},
  values: [],
};
const share: OwnColumn = {name: "share", kind: "share", label: {en: "Share", zh: "占比"}, values: []};

describe("the sentence of an own page", () => {
  const {report} = fixtureCubes();
  const says = (values: [string, number | null][], locale: Locale = "en", measure = lost): string =>
    saysLargest(
      values.map(([name, value]) => ({name, value, suppressed: value === null})),
      measure,
      report,
      locale,
    );
  it("names the largest group, of how much in all", () => {
    expect(
      says([
        ["East", 4],
        ["West", 9],
      ]),
    ).toBe("Lost customers: West has the most, 9 of 13 in all.");
    expect(
      says(
        [
          ["东", 4],
          ["西", 9],
        ],
        "zh",
      ),
    ).toBe("流失客户数：西最多，为9，合计13。");
    expect(
      says(
        [
          ["East", 0.5],
          ["West", 0.25],
        ],
        "en",
        share,
      ),
    ).toBe("Share: East has the highest, 50.0%.");
  });
  it("is right for none, one, equals, nothing at all, and what is suppressed", () => {
    expect(says([])).toBe("Lost customers: there are no figures.");
    expect(says([["East", 4]])).toBe("Lost customers: East, 4.");
    expect(
      says([
        ["East", 4],
        ["West", 4],
        ["North", 1],
      ]),
    ).toBe("Lost customers: East and West have the most, 4 each.");
    expect(
      says([
        ["East", 0],
        ["West", 0],
      ]),
    ).toBe("Lost customers: nothing in any group.");
    expect(
      says([
        ["East", null],
        ["West", null],
      ]),
    ).toBe("Lost customers: every group is too small to be shown.");
    // A total of what is told would not be the total.
    expect(
      says([
        ["East", null],
        ["West", 9],
        ["North", 5],
      ]),
    ).toBe("Lost customers: West has the most, 9.");
  });
});
