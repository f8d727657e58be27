import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Page} from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe looks at: by default every rule of WCAG 2.2 A and AA, and the whole page. */
interface Look {
  /** By this rule alone. */
  rule?: string;
  /** Without the drawings for other widths: no reader sees them now, and axe would go through them all the same. */
  seenDrawingsAlone?: boolean;
}

/** A page's violations as it stands now, as `rule: element`. */
export async function violations(
  page: Page,
  {rule, seenDrawingsAlone = false}: Look = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const runOnly = rule ? {type: "rule", values: [rule]} : {type: "tag", values: tags};
  return await page.evaluate(
    async ([options, aside]) => {
      const {axe} = window as unknown as {
        axe: {run: (options: object) => Promise<{violations: {id: string; nodes: {html: string}[]}[]}>};
      };
      const unseen = [...document.querySelectorAll(".drawing")].filter(
        (drawing) => aside && drawing.getClientRects().length === 0,
      );
      const places = unseen.map((drawing) => {
        const place = document.createComment("");
        drawing.replaceWith(place);
        return place;
      });
      const found = await axe.run(options);
      for (const [i, place] of places.entries()) place.replaceWith(unseen[i]!);
      return found.violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 120)}`));
    },
    [{runOnly, resultTypes: ["violations"]}, seenDrawingsAlone] as const,
  );
}
