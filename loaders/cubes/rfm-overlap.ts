import type {DuckDBConnection} from "@duckdb/node-api";
import * as d3 from "d3";
import type {CubeName} from "../../src/cubes.js";
import {rowsOf} from "../database.js";
import {definitions} from "./cubes.js";
import {type Suppression, suppress} from "./suppress.js";
import {type Ladder, type ToldEnds, untoldSteps} from "./told-ends.js";
import {type Atom, toldTogether} from "./told-together.js";

/** Ways in which a report parts its customers by the primary scheme's scores: what yields where they tell too much comes first. */
export const rfmPartings = ["rfm", "rfm-segments", "rfm-bands"] as const;
export type RfmParting = (typeof rfmPartings)[number];

/** Those of the same scores, segment and band at a date. */
export interface RfmPart {
  as_of: string;
  r: number;
  f: number;
  m: number;
  segment: string;
  band: string;
  customers: number;
}

/** How a row of a parting's cube or table, or a part, names its cell. */
export const rfmCell: Readonly<Record<RfmParting, (row: never) => string>> = {
  rfm: ({r, f, m}: RfmPart) => `${r}${f}${m}`,
  "rfm-segments": ({segment}: RfmPart) => segment,
  "rfm-bands": ({band}: RfmPart) => band,
};

/** The parts as customers in a cell of each parting. */
export function rfmAtoms(parts: readonly RfmPart[]): Atom[] {
  return parts.map((part) => ({
    customers: part.customers,
    cells: rfmPartings.map((name) => rfmCell[name](part as never)),
  }));
}

/** The cells, segments and bands of everyone that must be hidden since the others, with the slices of R, tell too much. */
export class RfmOverlap {
  constructor(
    private readonly primary: string,
    private readonly newest: string,
    /** What stands, by date and parting. */
    private readonly told: ReadonlyMap<string, Readonly<Record<RfmParting, ReadonlySet<string>>>>,
  ) {}

  /** The rows of a cube that must be hidden. */
  untold<Row>(cube: CubeName, rows: readonly Row[]): Row[] {
    const name = rfmPartings.find((parting) => parting === cube);
    if (!name) return [];
    return rows.filter((row) => {
      const {as_of = this.newest, scheme = this.primary} = row as {as_of?: string; scheme?: string};
      const told = this.told.get(as_of)?.[name];
      return scheme === this.primary && told !== undefined && !told.has(rfmCell[name](row as never));
    });
  }
}

/** Reads what overlaps at each date of the scores; where small cells are told nothing has to go. What was hidden stays so. */
export async function readOverlap(
  connection: DuckDBConnection,
  ends: ToldEnds,
  smallest: number,
): Promise<RfmOverlap> {
  const [own] = await rowsOf<{primary: string}>(connection, "SELECT getvariable('rfm_scheme') AS primary");
  const parts =
    smallest === 1
      ? []
      : await rowsOf<RfmPart>(
          connection,
          `SELECT as_of::VARCHAR AS as_of, rfm_primary.r::INTEGER AS r, rfm_primary.f::INTEGER AS f,
                  rfm_primary.m::INTEGER AS m, rfm_segment AS segment, rfm_band AS band, count(*)::INTEGER AS customers
           FROM scores JOIN rfm_primary USING (as_of, customer_id)
           WHERE is_customer
           GROUP BY ALL ORDER BY ALL`,
        );
  const byDate = d3.group(parts, ({as_of}) => as_of);
  return new RfmOverlap(
    own!.primary,
    ends.newest,
    new Map([...byDate].map(([as_of, day]) => [as_of, standing(day, ends, smallest)])),
  );
}

function standing(
  day: readonly RfmPart[],
  ends: ToldEnds,
  smallest: number,
): Record<RfmParting, ReadonlySet<string>> {
  // Of the scores over time none has money; but each slice of R may be chosen as a filter.
  const slices = toldOf(
    "rfm-over-time",
    rowsBy(
      day,
      ({r}) => String(r),
      ({r}) => ({axis: "r", score: r}),
    ),
    ends,
    smallest,
    (row) => String(row.score),
  );
  const told = rfmPartings.map((name) =>
    toldOf(
      name,
      rowsBy(
        day,
        (part) => rfmCell[name](part as never),
        (part) => part,
      ),
      ends,
      smallest,
      (row) => rfmCell[name](row as never),
    ),
  );
  const atoms = rfmAtoms(day).map(({customers, cells}, i) => ({
    customers,
    cells: [...cells, String(day[i]!.r)],
  }));
  const together = toldTogether(atoms, [...told, slices], rfmPartings.length, smallest);
  return Object.fromEntries(rfmPartings.map((name, i) => [name, together[i]!])) as never;
}

type CountRow = {as_of: string; customers: number; suppressed: boolean} & Record<string, unknown>;

function rowsBy(
  day: readonly RfmPart[],
  nameOf: (part: RfmPart) => string,
  cellOf: (part: RfmPart) => object,
): CountRow[] {
  return [...d3.group(day, nameOf).values()].map((own) => ({
    ...cellOf(own[0]!),
    as_of: own[0]!.as_of,
    customers: d3.sum(own, ({customers}) => customers),
    suppressed: false,
  }));
}

/** The cells that a cube by itself tells of a date. */
function toldOf(
  cube: RfmParting | "rfm-over-time",
  rows: CountRow[],
  ends: ToldEnds,
  smallest: number,
  nameOf: (row: CountRow) => string,
): Set<string> {
  const {suppression, ladder} = definitions[cube] as {
    suppression: Suppression<never>;
    ladder?: Ladder<never>;
  };
  const untold = ladder ? untoldSteps(rows as never[], ladder, ends) : [];
  const kept = suppress(rows as never[], suppression, smallest, untold) as CountRow[];
  return new Set(kept.filter((row) => !row.suppressed).map(nameOf));
}
