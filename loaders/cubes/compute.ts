import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {type DuckDBConnection, DuckDBListValue, type DuckDBValue} from "@duckdb/node-api";
import type {Audience, CubeName, Cubes} from "../../src/cubes.js";
import {audiences} from "../audiences.js";
import {rowsOf, runFile} from "../database.js";
import {actionsOf} from "../models/actions.js";
import {serviceVariables} from "../models/service-settings.js";
import {literal} from "../quote.js";
import type {Settings} from "../settings.js";
import {computationOf} from "./computation.js";
import {definitions} from "./cubes.js";
import type {CubeDefinition} from "./definition.js";
import {leaveOutRefundOnly} from "./left-out.js";
import {namesShown} from "./names.js";
import {relationshipCubeVariables} from "./relationship/cubes.js";
import {reportOf, settingsInForce} from "./report.js";
import {type RfmOverlap, readOverlap} from "./rfm-overlap.js";
import {suppress} from "./suppress.js";
import {readEnds, type ToldEnds, untoldSteps} from "./told-ends.js";

const curvePoints = 200;
const membersOfEachCell = 20;

/** How many customers the lists hold that are not of so many members, by the variable that says it. */
const listed = {alerts_listed: 50, alerts_first: 10, opportunities_listed: 15, gaps_listed: 50};

/** The variables that end a list of customers by name. */
export const listLimits: readonly string[] = ["members", ...Object.keys(listed)];

/**
 * Computes every cube on the audience's list from a finished warehouse.
 *
 * @throws Error where a cube's totals are not the warehouse's, to the last decimal
 */
export async function computeCubes(
  connection: DuckDBConnection,
  settings: Settings,
  audience: Audience,
  inputHash: string,
): Promise<Partial<Cubes>> {
  const {smallest, hasProfit, ends, overlap} = await prepareCubes(connection, settings, audience);
  const cubes: Record<string, unknown> = {
    report: await reportOf(connection, settings, audience, smallest, inputHash),
    settings: settingsInForce(settings, audience),
    actions: actionsOf(settings),
  };
  const wanted = (Object.entries(definitions) as [CubeName, CubeDefinition<never>][]).filter(
    ([name]) => name in audiences[audience],
  );
  cubes.computation = await computationOf(connection, {
    settings,
    audience,
    definitions: wanted,
    cubeVariables: (other) =>
      cubeVariables(other, audience === "executives" ? other.smallest_cell : 1, hasProfit),
  });
  for (const [name, definition] of wanted) {
    cubes[name] = await computeCube(connection, name, definition, {smallest, audience, ends, overlap});
  }
  const told = cubes as Partial<Cubes>;
  told.report!.names = await namesShown(connection, settings, told, audience !== "executives");
  return told;
}

/** Makes what the cubes' queries share, and what may be told to the audience. */
export async function prepareCubes(
  connection: DuckDBConnection,
  settings: Settings,
  audience: Audience,
): Promise<{smallest: number; hasProfit: boolean; ends: ToldEnds; overlap: RfmOverlap}> {
  const smallest = audience === "executives" ? settings.smallest_cell : 1;
  const hasProfit = await setVariables(connection, settings, smallest);
  await runFile(connection, import.meta.url, "macros.sql");
  await checkTotals(connection);
  if (smallest > 1) {
    await leaveOutRefundOnly(connection);
    await runFile(connection, import.meta.url, "told-ends.sql");
  }
  const ends = await readEnds(connection);
  return {smallest, hasProfit, ends, overlap: await readOverlap(connection, ends, smallest)};
}

async function computeCube(
  connection: DuckDBConnection,
  name: CubeName,
  {sql, single, suppression, ladder}: CubeDefinition<never>,
  {
    smallest,
    audience,
    ends,
    overlap,
  }: {
    smallest: number;
    audience: Audience;
    ends: ToldEnds;
    overlap: RfmOverlap;
  },
): Promise<unknown> {
  const query = readFileSync(fileURLToPath(new URL(sql, import.meta.url)), "utf8");
  const reader = await connection.runAndReadAll(query);
  const names = reader.columnNames();
  const rows = reader.getRows().map((row) => {
    const record: Record<string, unknown> = Object.fromEntries(
      names.map((name, i) => [name, plain(row[i]!)]),
    );
    if (suppression) record.suppressed = false;
    // A value of a file may be anything, also a name.
    if (audience === "executives" && "example" in record) record.example = null;
    return record;
  });
  if (single) return rows[0];
  if (!suppression || smallest === 1) return rows;
  const untold = [
    ...(ladder ? untoldSteps(rows as never[], ladder, ends) : []),
    ...overlap.untold(name, rows),
  ];
  return suppress(rows as never[], suppression, smallest, untold as never[]);
}

/** A DuckDB value as JSON writes it: whole numbers and doubles as numbers, days as ISO text. */
export function plain(value: DuckDBValue): unknown {
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string")
    return value;
  if (typeof value === "bigint") {
    if (!Number.isSafeInteger(Number(value))) throw new Error(`${value} is too large for a cube`);
    return Number(value);
  }
  if (value instanceof DuckDBListValue) return value.items.map(plain);
  return String(value);
}

async function checkTotals(connection: DuckDBConnection): Promise<void> {
  const query = readFileSync(fileURLToPath(new URL("check-totals.sql", import.meta.url)), "utf8");
  const wrong = await rowsOf(connection, query);
  if (wrong.length > 0) throw new Error(`totals don't agree with the ledger: ${JSON.stringify(wrong[0])}`);
}

async function setVariables(
  connection: DuckDBConnection,
  settings: Settings,
  smallest: number,
): Promise<boolean> {
  const [given] = await rowsOf<{has_profit: boolean}>(
    connection,
    "SELECT bool_or(profit IS NOT NULL) AS has_profit FROM activity",
  );
  for (const [name, value] of Object.entries(cubeVariables(settings, smallest, given!.has_profit)))
    await connection.run(`SET VARIABLE ${name} = ${value}`);
  return given!.has_profit;
}

/** The variables that the cubes' SQL reads, name to SQL. */
function cubeVariables(settings: Settings, smallest: number, hasProfit: boolean): Record<string, string> {
  return {
    minor_units: String(10 ** settings.minor_digits),
    smallest_cell: String(smallest),
    curve_points: String(curvePoints),
    members: String(membersOfEachCell),
    ...Object.fromEntries(Object.entries(listed).map(([name, most]) => [name, String(most)])),
    rfm_value: literal(settings.rfm.value),
    rfm_scheme: literal(settings.rfm.primary),
    stale_after_days: String(settings.grid.stale_after_days),
    mismatch_low_level: String(settings.wallet.mismatch_low_level),
    ...relationshipCubeVariables(settings, hasProfit),
    ...serviceVariables(settings),
    has_profit: String(hasProfit),
    margin: settings.margin === undefined ? "NULL::DECIMAL(6, 4)" : `${settings.margin}::DECIMAL(6, 4)`,
  };
}
