import {expect, test} from "vitest";
import {countPurchaseDays, dayNumber, type Purchase, summarise} from "./purchase-summary.js";

const on = (customer: string, date: string, amount?: number): Purchase => ({
  customer,
  day: dayNumber(date),
  amount,
});

const purchases = [
  on("1", "2015-02-01"),
  on("1", "2015-02-06"),
  on("2", "2015-01-01"),
  on("3", "2015-01-01"),
  on("3", "2015-01-02"),
  on("3", "2015-01-05"),
];

const triples = (rows: Purchase[], end: string) =>
  summarise(rows, dayNumber(end)).map(({frequency, recencyDays, ageDays}) => [
    frequency,
    recencyDays,
    ageDays,
  ]);

test("a summary counts repeats, days from first to last, and days from first to the end", () => {
  expect(triples(purchases, "2015-02-07")).toEqual([
    [1, 5, 6],
    [0, 0, 37],
    [2, 4, 37],
  ]);
});

test("purchases of one day count once, and their money together", () => {
  const [row] = summarise(
    [
      on("a", "2024-02-28", 5),
      on("a", "2024-03-01", 10),
      on("a", "2024-03-01", 20),
      on("a", "2024-03-05", 40),
    ],
    dayNumber("2024-03-31"),
  );
  expect(row).toEqual({customer: "a", frequency: 2, recencyDays: 6, ageDays: 32, meanRepeatAmount: 35});
});

test("the first day's money is no part of the repeat mean, and one-time buyers have none", () => {
  const rows = summarise(
    [on("a", "2024-01-01", 900), on("a", "2024-01-02", 3), on("b", "2024-01-01", 7)],
    20000,
  );
  expect(rows.map(({meanRepeatAmount}) => meanRepeatAmount)).toEqual([3, null]);
});

test("the order of the rows does not matter to a customer, nor does what comes after the end", () => {
  const shuffled = [
    purchases[5]!,
    purchases[3]!,
    purchases[4]!,
    on("3", "2015-03-01"),
    on("4", "2015-02-08"),
  ];
  expect(triples(shuffled, "2015-02-07")).toEqual([[2, 4, 37]]);
});

test("the holdout counts days of purchase after the end for the given customers only", () => {
  const rows = [on("a", "2024-01-05"), on("a", "2024-01-06"), on("a", "2024-01-06"), on("b", "2024-01-07")];
  const counts = countPurchaseDays(rows, ["c", "a"], dayNumber("2024-01-05"), dayNumber("2024-01-07"));
  expect([...counts]).toEqual([0, 1]);
});

test("a date that is none is refused by name", () => {
  expect(dayNumber("1970-01-02")).toBe(1);
  for (const bad of ["2023-02-29", "2024-1-5", "", "yesterday"])
    expect(() => dayNumber(bad)).toThrow(`"${bad}" is not a day`);
});
