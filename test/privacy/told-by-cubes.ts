import * as d3 from "d3";
import type {Told, Truth} from "./told.js";

interface Place {
  number: number;
  as_of: string;
  measure: "revenue" | "profit";
  place: number;
  existing_place: number;
  amount: number;
}

/**
 * What the cubes tell of customers in the order of their money at each date of the report: curves, shares, classes, parts,
 * as sums of the first so many.
 */
export async function toldByCubes(truth: Truth): Promise<Told[]> {
  const places = await truth.query<Place>(
    `SELECT number, as_of, measure, amount::DOUBLE AS amount,
            (row_number() OVER (PARTITION BY as_of, measure ORDER BY amount DESC, customer_id))::INTEGER AS place,
            (row_number() OVER (PARTITION BY as_of, measure, is_customer ORDER BY amount DESC, customer_id))::INTEGER AS existing_place
     FROM (SELECT as_of, customer_id, first_order_on IS NOT NULL AS is_customer,
                  unnest(['revenue', 'profit']) AS measure, unnest([revenue, profit]) AS amount
           FROM activity WHERE as_of IN (SELECT as_of FROM scores))
     JOIN people USING (customer_id)
     WHERE amount IS NOT NULL`,
  );
  const orders = d3.group(places, ({as_of, measure}) => `${as_of} ${measure}`);
  const {published, dates} = truth;
  const newest = dates.at(-1)!;
  const has_profit = published.cube("report").has_profit;
  const found: Told[] = [];
  const tell = (
    source: string,
    as_of: string,
    measure: string,
    from: number,
    to: number,
    value: number,
  ): void => {
    const order = d3.sort(orders.get(`${as_of} ${measure}`)!, ({place}) => place);
    const own = order.filter(({place}) => place > from && place <= to);
    found.push({
      source: `${source} ${from + 1} to ${to} by ${measure}`,
      as_of,
      under: "all",
      measure,
      people: own.map(({number}) => number).sort((a, b) => a - b),
      value: value - Math.round(d3.sum(own, ({amount}) => 100 * amount)),
      table: "pareto-curve",
      key: 0,
      cells: new Set(),
    });
  };
  const sizeOf = (as_of: string, measure: string): number => orders.get(`${as_of} ${measure}`)?.length ?? 0;
  const totalOf = (as_of: string, measure: string): number =>
    d3.sum(orders.get(`${as_of} ${measure}`) ?? [], ({amount}) => 100 * amount);
  for (const point of published.cube("pareto-curve"))
    tell("pareto-curve", newest, point.measure, 0, point.customers, point.amount);
  for (const point of published.cube("budget-curve"))
    if (point.amount !== null && point.percent < 100)
      tell("budget-curve", newest, point.measure, 0, point.customers, point.amount);
  // A share that has more digits than two is exact.
  const tellShare = (
    source: string,
    as_of: string,
    measure: string,
    percent: number,
    share: number | null,
  ): void => {
    if (share === null || Math.abs(share * 100 - Math.round(share * 100)) < 1e-9) return;
    const n = sizeOf(as_of, measure);
    tell(
      source,
      as_of,
      measure,
      0,
      Math.ceil((percent * n) / 100),
      Math.round(share * totalOf(as_of, measure)),
    );
  };
  for (const row of published.cube("concentration"))
    for (const [percent, share] of [
      [1, row.top1_share],
      [5, row.top5_share],
      [10, row.top10_share],
      [20, row.top20_share],
    ] as const)
      tellShare("concentration", row.as_of, row.measure, percent, share);
  for (const row of published.cube("kpis"))
    if (dates.includes(row.as_of)) tellShare("kpis", row.as_of, "revenue", 20, row.top20_share);
  const tellLadder = (
    source: string,
    as_of: string,
    measure: "revenue" | "profit",
    rows: readonly {customers: number | null; revenue: number | null; profit?: number | null}[],
    sizes: readonly number[],
  ): void => {
    let place = 0;
    for (const [i, row] of rows.entries()) {
      const value = measure === "revenue" ? row.revenue : row.profit;
      if (row.customers !== null && value != null)
        tell(source, as_of, measure, place, place + sizes[i]!, value);
      place += sizes[i]!;
    }
  };
  // How many are in each class, told or not.
  const ladder = async (sql: string): Promise<{as_of: string; class: string; n: number}[]> =>
    await truth.query(
      `SELECT as_of, class::VARCHAR AS class, count(*)::INTEGER AS n FROM (${sql}) GROUP BY ALL ORDER BY ALL`,
    );
  for (const preset of ["by-customers", "by-value"] as const)
    for (const measure of ["revenue", "profit"] as const) {
      const column = `abc_${preset.slice(3)}_${measure}`;
      const known = await ladder(
        `SELECT as_of, ${column} AS class FROM scores WHERE is_customer AND ${column} IS NOT NULL`,
      );
      for (const [as_of, classes] of d3.group(known, (row) => row.as_of)) {
        const cube = published
          .cube("abc")
          .filter((r) => r.as_of === as_of && r.preset === preset && r.measure === measure);
        tellLadder(
          "abc",
          as_of,
          measure,
          classes.map((c) => cube.find((r) => r.class === c.class)!),
          classes.map(({n}) => n),
        );
      }
    }
  for (const part of ["decile", "tercile"] as const) {
    const known = await ladder(
      `SELECT as_of, lpad(${part}::VARCHAR, 2, '0') AS class FROM scores WHERE is_customer AND as_of = DATE '${newest}'`,
    );
    const cube = published.cube("spend-parts").filter((r) => r.part === part);
    tellLadder(
      part,
      newest,
      "revenue",
      known.map((c) => cube.find((r) => r.number === Number(c.class))!),
      known.map(({n}) => n),
    );
  }
  const metals = ["diamond", "gold", "brass", "lead"];
  const known = await ladder(
    "SELECT as_of, metal AS class FROM metal_pyramid JOIN scores USING (as_of, customer_id) WHERE scores.is_customer",
  );
  for (const [as_of, levels] of d3.group(known, (row) => row.as_of)) {
    const sorted = d3.sort(levels, (row) => metals.indexOf(row.class));
    const cube = published.cube("pyramid").filter((r) => r.pyramid === "metal" && r.as_of === as_of);
    tellLadder(
      "metal",
      as_of,
      has_profit ? "profit" : "revenue",
      sorted.map((c) => cube.find((r) => r.level === c.class)!),
      sorted.map(({n}) => n),
    );
  }
  return found;
}
