import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {rowsOf} from "../../loaders/database.js";
import {literal} from "../../loaders/quote.js";
import {readingConnection} from "./reading.js";

const connection = await readingConnection();

interface Moment {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const moments: fc.Arbitrary<Moment> = fc.record({
  year: fc.integer({min: 1900, max: 2200}),
  month: fc.integer({min: 1, max: 12}),
  day: fc.integer({min: 1, max: 28}),
  hour: fc.integer({min: 0, max: 23}),
  minute: fc.integer({min: 0, max: 59}),
  second: fc.integer({min: 0, max: 59}),
});

const two = (n: number): string => String(n).padStart(2, "0");
const isoDay = ({year, month, day}: Moment): string => `${year}-${two(month)}-${two(day)}`;
const seconds = ({hour, minute, second}: Moment): string => `${two(hour)}:${two(minute)}:${two(second)}`;
const twelve = ({hour, minute}: Moment): string =>
  `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? "AM" : "pm"}`;

/** Ways to write a day, with the format that reads it, and a clock behind it, with whether it tells seconds. */
const days: [(m: Moment) => string, string | null][] = [
  [isoDay, null],
  [({year, month, day}) => `${year}/${month}/${day}`, null],
  [({year, month, day}) => `${two(day)}/${two(month)}/${year}`, "%d/%m/%Y"],
  [({year, month, day}) => `${month}/${day}/${year}`, "%m/%d/%Y"],
  [({year, month, day}) => `${year}年${month}月${day}日`, "%Y年%m月%d日"],
];
const clocks: [(m: Moment) => string, boolean][] = [
  [(m) => ` ${seconds(m)}`, true],
  [(m) => `T${seconds(m)}Z`, true],
  [(m) => `  ${seconds(m)}.000+08:00`, true],
  [({hour, minute}) => ` ${hour}:${two(minute)}`, false],
  [(m) => ` ${twelve(m)}`, false],
];

describe("a moment", () => {
  const read = async (texts: readonly string[], format: string | null): Promise<(string | null)[]> => {
    const list = texts.map((t, i) => `(${i}, ${literal(t)})`).join(", ");
    const sql = format === null ? "moment_of(t)" : `formatted_moment_of(t, ${literal(format)})`;
    const rows = await rowsOf<{m: string | null}>(
      connection,
      `SELECT strftime(${sql}, '%Y-%m-%d %H:%M:%S') AS m FROM (VALUES ${list}) AS texts(i, t) ORDER BY i`,
    );
    return rows.map(({m}) => m);
  };

  it("is the day and the clock that were written, in every way of writing them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moments, {minLength: 1, maxLength: 50}), async (all) => {
        for (const [dayOf, format] of days) {
          for (const [clockOf, tellsSeconds] of clocks) {
            const wanted = all.map((m) => `${isoDay(m)} ${seconds(tellsSeconds ? m : {...m, second: 0})}`);
            expect(
              await read(
                all.map((m) => dayOf(m) + clockOf(m)),
                format,
              ),
            ).toEqual(wanted);
          }
          expect(await read(all.map(dayOf), format)).toEqual(all.map((m) => `${isoDay(m)} 00:00:00`));
        }
      }),
      {numRuns: 8},
    );
  });

  it("is not read where the day or the clock is none", async () => {
    const wrong = [
      ...["2025-02-29 10:00", "2025-13-01", "1899-12-31 10:00", "2201-01-01 10:00", "10:00", "soon", ""],
      ...[
        "2025-01-01 10",
        "2025-01-01 10:60",
        "2025-01-01 25:00",
        "2025-01-01 10:00 or so",
        "2025-01-01 13:00 PM",
      ],
      ...["2025-01-01 10:00 2025-01-01 10:00", "2025-01-01x10:00", "25-01-01 10:00"],
    ];
    expect(await read(wrong, null)).toEqual(wrong.map(() => null));
    const other = [
      "2025-01-01 10:00",
      "32/01/2025 10:00",
      "01/13/2025 10:00",
      "01/01/2025 10",
      "01/01/2025 24:30",
    ];
    expect(await read(other, "%d/%m/%Y")).toEqual(other.map(() => null));
  });
});
