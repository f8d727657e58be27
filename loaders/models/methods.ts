import {type DuckDBConnection, INTEGER} from "@duckdb/node-api";
import {rowsOf, runFile} from "../database.js";
import {literal} from "../quote.js";
import {appendColumns, columnsOf} from "./lifetime-value/columns.js";
import {averageRanks, jaccard, rankCorrelation, topCount, topMembers} from "./ranking.js";

interface MethodSettings {
  /** ABC's measure, and the money that is held out; profit where the exports give it, if unset. */
  pareto: {measure?: "revenue" | "profit" | undefined};
  methods: {
    /** The period that follows a cut; 91 where the history holds fewer than three cuts with it. */
    period_days: number;
  };
}

/** Each method by what it ranks by, a column of `method_customers`; see methods.sql. */
const methods = ["abc", "rfm", "clv", "last_spend", "recency"] as const;

/** The period where the history is short, and how many cuts are enough; chosen: a quarter, and the fewest with an interval. */
const shortPeriod = 91;
const enoughCuts = 3;

interface Top {
  method: (typeof methods)[number];
  members: Uint8Array;
}

/**
 * Measures the ranking methods against what then happened: at each past quarter end that a whole period followed,
 * customers known then are ranked with what was known then. Makes
 *   methods_measured  (cut, until, method, customers, captured, best_possible, rank_correlation): the share that the
 *                     method's top 20% brought of all the period's net money of the customers known at the cut (it can
 *                     exceed 1 where others gave back more than they bought), the most that any 20% could have
 *                     brought, and Spearman's correlation of score and money. A cut whose customers then brought
 *                     nothing in all is left out
 *   method_tops       (as_of, until, customer_id, following, and for each method and for `hindsight`, which ranks by the
 *                     money that followed, whether the customer is in the top 20%): every customer known at each cut,
 *                     which is an as-of date
 *   method_agreement  (cut, one, other, customers, agreement): Jaccard's index of two methods' top 20% at the newest cut
 * Cuts are a quarter apart, so periods longer than a quarter overlap and their figures are not independent.
 */
export async function measureMethods(connection: DuckDBConnection, settings: MethodSettings): Promise<void> {
  // Many small rows, each of which alone would wait for the disk.
  await connection.run("BEGIN TRANSACTION");
  await connection.run(
    `CREATE OR REPLACE TABLE methods_measured (cut DATE, until DATE, method VARCHAR, customers INTEGER, captured DOUBLE,
       best_possible DOUBLE, rank_correlation DOUBLE)`,
  );
  await connection.run(
    "CREATE OR REPLACE TABLE method_agreement (cut DATE, one VARCHAR, other VARCHAR, customers INTEGER, agreement DOUBLE)",
  );
  await connection.run(
    `CREATE OR REPLACE TABLE method_tops (as_of DATE, until DATE, customer_id VARCHAR, following DECIMAL(28, 4),
       ${[...methods, "hindsight"].map((name) => `${name} BOOLEAN`).join(", ")})`,
  );
  const {period, cuts} = await cutsOf(connection, settings.methods.period_days);
  const [given] = await rowsOf<{profit: boolean}>(connection, "SELECT getvariable('has_profit') AS profit");
  const money = given!.profit && settings.pareto.measure !== "revenue" ? "profit" : "revenue";
  await connection.run(`SET VARIABLE method_period = ${period}`);
  await connection.run(`SET VARIABLE method_money = ${literal(money)}`);
  let newest: {cut: string; tops: Top[]} | undefined;
  for (const cut of cuts) {
    const tops = await measureAt(connection, cut, period);
    await connection.run("DROP TABLE method_customers");
    if (tops) newest = {cut, tops};
  }
  if (newest) await compareTops(connection, newest.cut, newest.tops);
  await connection.run("COMMIT");
}

/** The past quarter ends that a whole period followed by the newest date, oldest first, and the days of the period. */
async function cutsOf(
  connection: DuckDBConnection,
  wanted: number,
): Promise<{period: number; cuts: string[]}> {
  const ends = await rowsOf<{cut: string; after: number}>(
    connection,
    `SELECT past.as_of::VARCHAR AS cut, (today.as_of - past.as_of)::INTEGER AS after
     FROM as_of_dates AS past, as_of_dates AS today
     WHERE past.role = 'quarter_end' AND today.role = 'now' ORDER BY past.as_of`,
  );
  const followedBy = (period: number) => ends.filter(({after}) => after >= period).map(({cut}) => cut);
  const period = followedBy(wanted).length >= enoughCuts ? wanted : Math.min(wanted, shortPeriod);
  return {period, cuts: followedBy(period)};
}

async function measureAt(
  connection: DuckDBConnection,
  cut: string,
  period: number,
): Promise<Top[] | undefined> {
  await connection.run(`SET VARIABLE method_cut = DATE ${literal(cut)}`);
  await runFile(connection, import.meta.url, "methods.sql");
  const [place, following, ...scores] = await columnsOf(
    connection,
    `SELECT -rfm_place::DOUBLE, following, ${methods.join(", ")} FROM method_customers ORDER BY customer_id`,
  );
  const customers = following!.length;
  const count = topCount(customers);
  const brought = (members: Uint8Array) =>
    members.reduce((sum, member, i) => (member ? sum + following![i]! : sum), 0);
  const total = following!.reduce((sum, money) => sum + money, 0);
  if (!(total > 0)) return undefined;
  const hindsight = topMembers(following!, count);
  const bestPossible = brought(hindsight) / total;
  const moneyRanks = averageRanks(following!);
  const tops: Top[] = [];
  for (const [i, method] of methods.entries()) {
    // RFM's products are few: its own order settles who is in, all other methods' ties go by customer_id.
    const members = topMembers(method === "rfm" ? place! : scores[i]!, count);
    await connection.run(
      "INSERT INTO methods_measured VALUES ($1::DATE, $1::DATE + $2::INTEGER, $3, $4, $5, $6, $7)",
      [
        cut,
        period,
        method,
        customers,
        brought(members) / total,
        bestPossible,
        rankCorrelation(averageRanks(scores[i]!), moneyRanks),
      ],
    );
    tops.push({method, members});
  }
  await keepTops(connection, [cut, period], [...tops.map(({members}) => members), hindsight]);
  return tops;
}

/** Who is in the top of each method at a cut, and of hindsight last: rows in the order of customer_id. */
async function keepTops(
  connection: DuckDBConnection,
  [cut, period]: readonly [string, number],
  tops: readonly Uint8Array[],
): Promise<void> {
  const bits = Int32Array.from(tops[0]!, (_, i) => tops.reduce((all, top, bit) => all + (top[i]! << bit), 0));
  await connection.run("CREATE OR REPLACE TEMP TABLE method_bits (place INTEGER, bits INTEGER)");
  await appendColumns(
    connection,
    "method_bits",
    [INTEGER, INTEGER],
    [Int32Array.from(bits.keys(), (i) => i + 1), bits],
    bits.length,
  );
  await connection.run(
    `INSERT INTO method_tops
     SELECT $1::DATE, $1::DATE + $2::INTEGER, customer_id, following,
            ${tops.map((_, bit) => `bits & ${1 << bit} <> 0`).join(", ")}
     FROM (SELECT customer_id, following, row_number() OVER (ORDER BY customer_id) AS place FROM method_customers)
     JOIN method_bits USING (place)
     ORDER BY place`,
    [cut, period],
  );
  await connection.run("DROP TABLE method_bits");
}

async function compareTops(connection: DuckDBConnection, cut: string, tops: Top[]): Promise<void> {
  for (const [i, one] of tops.entries()) {
    for (const other of tops.slice(i + 1)) {
      await connection.run("INSERT INTO method_agreement VALUES ($1::DATE, $2, $3, $4, $5)", [
        cut,
        one.method,
        other.method,
        one.members.length,
        jaccard(one.members, other.members),
      ]);
    }
  }
}
