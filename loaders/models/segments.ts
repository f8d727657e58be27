import {UserError} from "../errors.js";

/** The table over the 25 cells of R x F: R scores, then F scores, each as a set of digits. */
export const standardSegments: Record<string, string[]> = {
  hibernating: ["12x12"],
  at_risk: ["12x34"],
  cannot_lose: ["12x5"],
  about_to_sleep: ["3x12"],
  need_attention: ["3x3"],
  loyal: ["34x45"],
  promising: ["4x1"],
  new: ["5x1"],
  potential_loyalist: ["45x23"],
  champions: ["5x45"],
};

/** What stands beside the segments where customers are counted by segment, and so can't be the name of one. */
const reserved = ["arrived", "none"];

/**
 * Spells a table of segments out over the 25 cells. Published tables overlap or leave holes: this one may not.
 *
 * @throws UserError naming the cell that is in two segments or in none, a block that can't be read, or a reserved name
 */
export function segmentCells(
  table: Record<string, string[]>,
  place = "report.toml: rfm.segments",
): {r: number; f: number; segment: string}[] {
  const owner = new Map<string, string>();
  for (const [segment, parts] of Object.entries(table)) {
    if (reserved.includes(segment)) {
      throw new UserError(
        `${place}.${segment}: is no name for a segment (${reserved.join(", ")}); choose another`,
      );
    }
    for (const part of parts) {
      const found = /^([1-5]+)x([1-5]+)$/.exec(part);
      if (!found) {
        throw new UserError(
          `${place}.${segment} = ${JSON.stringify(part)}: must be R scores, an x, and F scores, such as "12x34"`,
        );
      }
      for (const r of new Set(found[1]))
        for (const f of new Set(found[2])) {
          const cell = `${r}${f}`;
          const other = owner.get(cell);
          if (other !== undefined) {
            throw new UserError(
              `${place}: R${r} F${f} is in ${other} and in ${segment}; each cell has one segment`,
            );
          }
          owner.set(cell, segment);
        }
    }
  }
  const cells = [];
  for (let r = 1; r <= 5; ++r)
    for (let f = 1; f <= 5; ++f) {
      const segment = owner.get(`${r}${f}`);
      if (segment === undefined) throw new UserError(`${place}: R${r} F${f} is in no segment`);
      cells.push({r, f, segment});
    }
  return cells;
}
