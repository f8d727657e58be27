import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {type CubeReader, openCubes} from "../../src/components/cube-files.js";
import type {Exhibit} from "../../src/components/exhibits/exhibit.js";
import {brushOf} from "../../src/components/filter/brush.js";
import {type Filter, noFilter} from "../../src/components/filter/filter.js";
import {filteredCubes} from "../../src/components/filter/filtered-cubes.js";
import {liveFigure, liveFigures} from "../../src/components/filter/live-figures/all.js";
import {tableSpec} from "../../src/components/filter/tables.js";
import type {Site} from "../../src/components/site.js";
import type {Published} from "../warehouse/published.js";
import {readFilterTable} from "./filter-files.js";
import {audiences, publishedSamples, siteOf} from "./sample-sites.js";

const widths = [343, 1080];
const reports = await publishedSamples();

/** What a figure's exhibit makes of the cubes of a filter. */
function filtered(
  published: Published,
  id: string,
  filter: Filter,
  locale: "en" | "zh" = "en",
): {exhibit: Exhibit; site: Site} {
  const report = published.cube("report");
  const kind = liveFigure(id, siteOf({report} as CubeReader))!;
  const folder = join(published.directory, "files", "filters");
  const tables = Object.fromEntries(
    kind.tables.map((name) => [
      name,
      readFilterTable(folder, name, filter.as_of ?? report.as_of, filter.brush?.on ?? null),
    ]),
  );
  const site = siteOf(filteredCubes(report, published.cube("settings"), tables, filter)(kind.tables), locale);
  return {exhibit: kind.exhibit(site, ""), site};
}

function drawn(exhibit: Exhibit, {cubes: {report}, locale, document}: Site, width: number): string {
  const made = exhibit.draw({document, width, locale, id: exhibit.id, label: "", report});
  return "tag" in made ? JSON.stringify(made) : made.outerHTML;
}

/** The figures that may stand in a report's pages. */
function idsOf(published: Published): string[] {
  const site = siteOf({report: published.cube("report")} as CubeReader);
  return Object.keys(liveFigures(site));
}

/**
 * Figures from bins of money, and churn, which filters tell of dates with one a year before; and those that say a test of
 * all customers, which filters can't repeat.
 */
const estimated = /^(pareto|whale-curve|top-shares|concentration-.*|churn|whale-after-cost|budget-plan)$/;
const tested = /^regression-rates-/;

/** Filters that leave many, few and none: the first region, one class of it, a class that this report hasn't. */
const choices: Filter[] = [
  {...noFilter, region: 0},
  {...noFilter, region: 0, industry: 0, class: 0, stage: 3},
  {...noFilter, class: 3},
  {...noFilter, region: 6, industry: 6, class: 3, stage: 6},
];
const brushes = [brushOf("rfm", [555, 111])!, brushOf("grid", [0])!, brushOf("pareto", [1, 100])!];

describe("the figures that answer to filters", () => {
  it.each(audiences)("are drawn for any %s' customers, many or none, at any date and width", (audience) => {
    const published = reports.get(audience)!;
    const {dates} = published.cube("report");
    const singly = choices.filter((c) => Object.values(c).filter((v) => v !== null).length === 1);
    const chosen = audience === "executives" ? singly : choices;
    const faults = idsOf(published).flatMap((id) => {
      const site = siteOf({report: published.cube("report")} as CubeReader);
      const newest = liveFigure(id, site)!.tables.some((name) => tableSpec(name).dates === "newest");
      const filters = [
        ...chosen,
        ...brushes.map((brush) => ({...noFilter, brush})),
        ...(newest ? [] : [{...noFilter, class: 1, as_of: dates[0]!}]),
      ];
      return filters.flatMap((filter) => faultsOf(published, id, filter));
    });
    expect(faults).toEqual([]);
  });

  it("say and draw without a filter what the page shows, but for estimates from bins", () => {
    const published = reports.get("analysts")!;
    const site = siteOf(openCubes(published.directory));
    const exact = idsOf(published).filter((id) => !estimated.test(id));
    const unlike = exact.filter((id) => {
      const here = filtered(published, id, noFilter);
      const there = liveFigure(id, site)!.exhibit(site, "");
      if (here.exhibit.missing || there.missing) return here.exhibit.missing !== there.missing;
      return (
        (here.exhibit.says !== there.says && !tested.test(id)) ||
        widths.some((width) => drawn(here.exhibit, here.site, width) !== drawn(there, site, width))
      );
    });
    expect(unlike).toEqual([]);
  });
});

/** What goes wrong where a figure is drawn under a filter. */
function faultsOf(published: Published, id: string, filter: Filter): string[] {
  return (["en", "zh"] as const).flatMap((locale) => {
    const at = `${id} ${locale} ${JSON.stringify(filter)}: `;
    try {
      const {exhibit, site} = filtered(published, id, filter, locale);
      const shapes = widths.map((width) => drawn(exhibit, site, width)).join();
      const all = `${exhibit.subtitle} ${exhibit.says} ${exhibit.twin.text} ${shapes}`;
      const odd = all.search(/NaN|Infinity|undefined|\bnull\b/);
      return [
        ...(odd < 0 ? [] : [at + all.slice(Math.max(0, odd - 80), odd + 20)]),
        ...(exhibit.says ? [] : [`${at}says nothing`]),
      ];
    } catch (error) {
      return [at + String(error)];
    }
  });
}
