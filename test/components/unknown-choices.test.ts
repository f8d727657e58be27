import {describe, expect, it} from "vitest";
import {type Choices, unknownChoices} from "../../src/components/browser/unknown-choices.js";
import {parseBrush} from "../../src/components/filter/brush.js";

const offered: Record<string, string[]> = {
  region: ["North", "~other"],
  industry: ["Steel"],
  class: ["A", "B", "C"],
  stage: ["stable"],
  as_of: ["2025-12-31", "2025-11-30"],
};

/** What is said of an address, with the lists set as given. */
function said(query: string, set: Record<string, string> = {}, locale: "en" | "zh" = "en"): string {
  const lists: Choices[] = Object.entries(offered).map(([name, values]) => ({
    name,
    value: set[name] ?? "",
    offered: values,
  }));
  const asked = new URLSearchParams(query);
  const brush = Object.keys(set).length > 0 ? null : parseBrush(asked.get("brush"));
  return unknownChoices(asked, lists, brush, locale);
}

describe("what a link asks for and a page doesn’t show", () => {
  it("is nothing where all is shown, the newest date by its day too", () => {
    expect(said("")).toBe("");
    expect(said("region=North&class=A", {region: "North", class: "A"})).toBe("");
    expect(said("as_of=2025-12-31")).toBe("");
    expect(said("brush=rfm:545.555-552")).toContain("rfm:555-552");
    expect(said("brush=rfm:545.551-555&at=rfm:545")).toBe("");
  });
  it("names each value that the report doesn’t have", () => {
    expect(said("region=Nowhere")).toBe(
      "The link asks for region “Nowhere”, which this report doesn’t have.",
    );
    expect(said("region=Nowhere&class=Z&as_of=2020-01-01")).toBe(
      "The link asks for region “Nowhere”, class “Z” and as-of date “2020-01-01”, which this report doesn’t have.",
    );
    expect(said("region=Nowhere", {}, "zh")).toBe("链接中的地区“Nowhere”在本报告中不存在，未采用。");
    expect(said(`region=${"x".repeat(99)}`)).toContain(`“${"x".repeat(40)}…”`);
  });
  it("names parts that no chart has, beside those that one has", () => {
    expect(said("brush=rfm:999")).toContain("chart part “rfm:999”");
    expect(said("brush=rfm:545.999")).toContain("chart part “rfm:999”");
    expect(said("brush=nonsense", {}, "zh")).toContain("图中部分“nonsense”");
  });
  it("says that a choice in a chart gave way to a filter or a date", () => {
    expect(said("as_of=2025-11-30&brush=rfm:545", {as_of: "2025-11-30"})).toBe(
      "The link also chooses RFM cells 545 in a chart, which can’t stand beside a filter or a date: it is left out.",
    );
    expect(said("class=A&brush=rfm:545", {class: "A"}, "zh")).toContain("RFM单元 545");
  });
  it("says which filters gave way where one may be set at a time", () => {
    expect(said("region=North&class=A", {region: "North"})).toBe(
      "Only one filter can be set at a time: the link’s class “A” is left out.",
    );
  });
});
