import {cellName, type Told, type Truth} from "./told.js";

/** What cubes tell of everyone by the primary scheme's scores: its cells, the segments and bands, and R, F and M over time. */
export async function toldByRfm(truth: Truth): Promise<Told[]> {
  const {published} = truth;
  const report = published.cube("report");
  const scored = await truth.query<Record<string, string | number> & {as_of: string; number: number}>(
    `SELECT as_of::VARCHAR AS as_of, number, rfm_primary.r::INTEGER AS r, rfm_primary.f::INTEGER AS f,
            rfm_primary.m::INTEGER AS m, rfm_segment AS segment, rfm_band AS band
     FROM scores JOIN rfm_primary USING (as_of, customer_id) JOIN people USING (customer_id)
     WHERE is_customer`,
  );
  const cubes = [
    {
      table: "rfm",
      cells: ["r", "f", "m"],
      rows: published.cube("rfm").filter((row) => row.scheme === report.primary_scheme),
    },
    {table: "rfm-segments", cells: ["segment"], rows: published.cube("rfm-segments")},
    {table: "rfm-bands", cells: ["band"], rows: published.cube("rfm-bands")},
    ...(["r", "f", "m"] as const).map((axis) => ({
      table: "rfm-over-time" as const,
      cells: [axis],
      rows: published
        .cube("rfm-over-time")
        .flatMap(({axis: own, score, ...row}) => (own === axis ? [{...row, [axis]: score}] : [])),
    })),
  ] as const;
  return cubes.flatMap(({table, cells, rows}) =>
    rows.flatMap((row) => {
      const told = row as unknown as Record<string, unknown>;
      const as_of = (told.as_of as string | undefined) ?? report.as_of;
      const people = scored
        .filter((one) => one.as_of === as_of && cells.every((cell) => one[cell] === told[cell]))
        .map(({number}) => number);
      return ["customers", "revenue", "profit"].flatMap((measure): Told[] =>
        told[measure] == null
          ? []
          : [
              {
                source: `${table} ${cellName(cells, told)}`,
                as_of,
                under: "all",
                measure,
                people,
                value: told[measure] as number,
                table,
                key: 0,
                cells: new Set([cellName(cells, told)]),
              },
            ],
      );
    }),
  );
}
