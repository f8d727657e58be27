import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Finished, Workshop} from "../warehouse/published.js";
import {scoreLines, scoreOf} from "./rfm-lines.js";
import {monthsBefore} from "./rfm-oracle.js";

const earlier = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

let workshop: Workshop;
beforeAll(() => {
  workshop = new Workshop();
});
afterAll(() => workshop.remove());
describe("the fixed scheme and breaks of one's own", () => {
  const today = "2025-12-31";
  let scored: Finished;
  beforeAll(async () => {
    const ago = [0, 7, 8, 30, 31, 60, 61, 120, 121, 2000];
    const amounts = [-5, 10, 10.01, 20.5, 20.51, 100, 100.01, 1000, 1000.01];
    const counts = [1, 2, 3, 4, 5, 8, 9];
    scored = await scoreLines(
      workshop,
      [
        ...ago.map((n) => `days ${n},${earlier(today, n)},1`),
        ...amounts.flatMap((amount) => [`money ${amount},${today},0`, `money ${amount},${today},${amount}`]),
        ...counts.flatMap((n) => Array.from({length: n}, (_, i) => `orders ${n},${earlier(today, i)},1`)),
      ],
      `[rfm.fixed]
frequency = [1, 2, 4, 8]
money = [10, 20.5, 100, 1000]
[rfm.custom]
recency = [30]
frequency = [1, 2, 3, 4, 5, 6]
money = [0]
`,
    );
  });

  it("score days at 7, 30, 60 and 120, the day of the break still in the better score", async () => {
    expect(await scoreOf(scored, "r_fixed", "days ", today)).toEqual({
      0: 5,
      7: 5,
      8: 4,
      30: 4,
      31: 3,
      60: 3,
      61: 2,
      120: 2,
      121: 1,
      2000: 1,
    });
  });

  it("score orders and money by the settings, the value of a break in the lower score", async () => {
    expect(await scoreOf(scored, "f_fixed", "orders ", today)).toEqual({
      1: 1,
      2: 2,
      3: 3,
      4: 3,
      5: 4,
      8: 4,
      9: 5,
    });
    expect(await scoreOf(scored, "m_fixed", "money ", today)).toEqual({
      "-5": 1,
      10: 1,
      10.01: 2,
      20.5: 2,
      20.51: 3,
      100: 3,
      100.01: 4,
      1000: 4,
      1000.01: 5,
    });
  });

  it("give as many scores as there are breaks and one more", async () => {
    expect(await scoreOf(scored, "r_custom", "days ", today)).toMatchObject({7: 2, 30: 2, 31: 1, 2000: 1});
    expect(await scoreOf(scored, "f_custom", "orders ", today)).toEqual({
      1: 1,
      2: 2,
      3: 3,
      4: 4,
      5: 5,
      8: 7,
      9: 7,
    });
    expect(await scoreOf(scored, "m_custom", "money ", today)).toMatchObject({"-5": 1, 10: 2});
  });
});

describe("the airline's scheme", () => {
  for (const [asOf, days] of [
    // One month before the 31st of March is the end of February; six months before, the 30th of September.
    ["2025-03-31", {5: "2025-02-28", 4: "2024-12-31", 3: "2024-09-30", 2: "2024-03-31"}],
    // And twelve months before the 29th of February is the 28th.
    ["2024-02-29", {5: "2024-01-29", 4: "2023-11-29", 3: "2023-08-29", 2: "2023-02-28"}],
  ] as const) {
    it(`counts 1, 3, 6 and 12 calendar months back from ${asOf}, the day itself in the better score`, async () => {
      const last = Object.entries(days).flatMap(([, day]) => [day, earlier(day, 1)]);
      const scored = await scoreLines(
        workshop,
        [asOf, ...last].map((day) => `last ${day},${day},1`),
        `as_of = ${asOf}\n`,
      );
      expect(await scoreOf(scored, "r_airline", "last ", asOf)).toEqual({
        [asOf]: 5,
        ...Object.fromEntries(
          Object.entries(days).flatMap(([score, day]) => [
            [day, Number(score)],
            [earlier(day, 1), Number(score) - 1],
          ]),
        ),
      });
    });
  }

  describe("looks at 24 months", () => {
    const today = "2025-03-31";
    let scored: Finished;
    beforeAll(async () => {
      const counts = [1, 2, 5, 6, 10, 11, 23, 24, 30];
      const spends = [500, 500.01, 1000, 1000.01, 3000, 3000.01, 5000, 5000.01];
      scored = await scoreLines(
        workshop,
        [
          ...counts.flatMap((n) =>
            Array.from({length: n}, (_, i) => `count ${n},${earlier(today, 24 * i)},1`),
          ),
          ...spends.flatMap((mean) => [
            `mean ${mean},${today},${(mean - 100).toFixed(2)}`,
            `mean ${mean},2024-06-01,${(mean + 100).toFixed(2)}`,
          ]),
          ...["2023-03-31", "2023-04-01", "2025-03-31", "2025-04-01"].flatMap((day) => [
            `second ${day},2025-01-10,1200`,
            `second ${day},${day},4000`,
          ]),
          // Three of 600, of which 300 came back: 500 each; and who bought long ago and only gave back since.
          ...["2024-01-01", "2024-02-01", "2024-03-01"].map((day) => `odd net,${day},600`),
          "odd net,2024-03-05,-300",
          "odd gone,2022-01-01,9000",
          "odd gone,2024-01-01,-10",
        ],
        `as_of = ${today}\n`,
      );
    });

    it("for purchases: 2, 6, 11 and 24 begin a score", async () => {
      const expected = {1: 1, 2: 2, 5: 2, 6: 3, 10: 3, 11: 4, 23: 4, 24: 5, 30: 5};
      expect(await scoreOf(scored, "f_airline", "count ", today)).toEqual(expected);
    });

    it("for the mean spend: 500, 1000, 3000 and 5000 end a score", async () => {
      expect(await scoreOf(scored, "m_airline", "mean ", today)).toEqual({
        500: 1,
        500.01: 2,
        1000: 2,
        1000.01: 3,
        3000: 3,
        3000.01: 4,
        5000: 4,
        5000.01: 5,
      });
    });

    it("with the last day inside, and the day 24 months before outside", async () => {
      // A second purchase makes two of them, and 2,600 of 1,200 on the average.
      const inside = {"2023-03-31": 1, "2023-04-01": 2, "2025-03-31": 2, "2025-04-01": 1};
      expect(await scoreOf(scored, "f_airline", "second ", today)).toEqual(inside);
      expect(await scoreOf(scored, "m_airline", "second ", today)).toEqual(
        Object.fromEntries(Object.keys(inside).map((day) => [day, 3])),
      );
      const means = await scored.query<{id: string; mean: string}>(
        `SELECT customer_id AS id, mean_spend_24_months AS mean FROM rfm_schemes
         WHERE as_of = DATE '${today}' AND starts_with(customer_id, 'second ') ORDER BY id`,
      );
      expect(means.map(({mean}) => Number(mean))).toEqual([1200, 2600, 2600, 1200]);
    });

    it("net of what came back, and gives 1 where nothing was bought in them", async () => {
      expect(await scoreOf(scored, "m_airline", "odd ", today)).toEqual({gone: 1, net: 1});
      expect(await scoreOf(scored, "f_airline", "odd ", today)).toEqual({gone: 1, net: 2});
    });
  });
});

describe("equal parts", () => {
  it("don't lift equal amounts above a break that lies on them, whatever their cents", async () => {
    // Between 7.39 and 7.39, interpolation in doubles ends a last bit below.
    const scored = await scoreLines(
      workshop,
      Array.from({length: 23}, (_, i) => `c${i},2025-12-31,7.39`),
      "",
    );
    const found = await scored.query("SELECT DISTINCT m, m_nested, m_custom FROM scores");
    expect(found).toEqual([{m: 1, m_nested: 1, m_custom: 1}]);
  });

  it("put the value that is a break in the lower part, also where tenths of the places are no doubles", async () => {
    const lines = Array.from({length: 91}, (_, i) => `c${i},2025-12-31,${i + 1}`);
    const scored = await scoreLines(workshop, lines, "[rfm.custom]\nbins = 10\n");
    const scores = await scoreOf(scored, "m_custom", "c", "2025-12-31");
    for (let i = 0; i <= 90; ++i) expect([i, scores[i]]).toEqual([i, Math.max(1, Math.ceil(i / 9))]);
  });
});

describe("monthsBefore", () => {
  it("clamps to the month's last day", () => {
    expect(monthsBefore("2024-03-31", 1)).toBe("2024-02-29");
    expect(monthsBefore("2024-02-29", 12)).toBe("2023-02-28");
    expect(monthsBefore("2025-01-15", 24)).toBe("2023-01-15");
  });
});
