import {describe, expect, it} from "vitest";
import {dayOf, historyDays, isoDate, isoMoment, momentOf, workday} from "../../loaders/sample/calendar.js";
import {course} from "../../loaders/sample/stories/course.js";

const weekday = (day: number): number => new Date(isoDate(day)).getUTCDay();

describe("workday", () => {
  it("leaves working days alone and moves weekends into the week after, never past the end", () => {
    for (let day = 0; day < historyDays; day++) {
      const moved = workday(day);
      expect([1, 2, 3, 4, 5]).toContain(weekday(moved));
      expect(moved).toBeLessThan(historyDays);
      if ([0, 6].includes(weekday(day))) {
        expect(moved - day).toBeGreaterThan(0);
        expect(moved - day).toBeLessThanOrEqual(6);
      } else expect(moved).toBe(day);
    }
  });

  it("gives each weekday its part of the weekends", () => {
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let day = 0; day < historyDays; day++) if (workday(day) !== day) counts[weekday(workday(day))]!++;
    const weekdays = counts.slice(1, 6);
    expect(Math.max(...weekdays) - Math.min(...weekdays)).toBeLessThanOrEqual(6);
  });
});

describe("a moment", () => {
  it("is written as day and time, and read back", () => {
    expect(isoMoment(0)).toBe("2021-01-01 00:00");
    expect(isoMoment(dayOf("2025-06-24") * 1440 + 9 * 60 + 20)).toBe("2025-06-24 09:20");
    for (const moment of [1, 1439, 1440, 12_345, historyDays * 1440 - 1])
      expect(momentOf(isoMoment(moment))).toBe(moment);
  });
});

describe("a course", () => {
  const value = course([
    ["2024-01-01", 1],
    ["2024-01-11", 0.5],
    ["2024-01-21", 2.5],
  ]);

  it("meets its points, is straight between them and level outside", () => {
    const at = (day: string) => value(dayOf(day));
    expect([at("2021-06-01"), at("2024-01-01"), at("2024-01-06"), at("2024-01-11")]).toEqual([
      1, 1, 0.75, 0.5,
    ]);
    expect([at("2024-01-16"), at("2024-01-21"), at("2025-12-31")]).toEqual([1.5, 2.5, 2.5]);
  });
});
