import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {ServiceTables} from "./service-tables.js";
import type {Row} from "./tables-in-memory.js";

const dates = ["2025-03-31", "2025-06-30"];
const first = Date.UTC(2025, 0, 1);
const dayAt = (n: number): string => new Date(first + n * 86_400_000).toISOString().slice(0, 10);
const numberOf = (day: string): number => Math.round((Date.parse(day) - first) / 86_400_000);

interface Complaint {
  customer_id: string;
  opened: number;
  took: number | null;
  valid: boolean | null;
  satisfied: boolean | null;
}
interface Survey {
  customer_id: string;
  sent: number;
  steps: (number | null)[];
}
interface Ledger {
  visits: {customer_id: string; day: number}[];
  complaints: Complaint[];
  surveys: Survey[];
}

const customer = fc.constantFrom("a", "b", "c");
const day = fc.integer({min: 0, max: 185});
const ledger: fc.Arbitrary<Ledger> = fc.record({
  visits: fc.uniqueArray(fc.record({customer_id: customer, day}), {
    maxLength: 25,
    selector: (v) => `${v.customer_id} ${v.day}`,
  }),
  complaints: fc.array(
    fc.record({
      customer_id: customer,
      opened: day,
      took: fc.option(fc.integer({min: 0, max: 40})),
      valid: fc.option(fc.boolean()),
      satisfied: fc.option(fc.boolean()),
    }),
    {maxLength: 8},
  ),
  surveys: fc.array(
    fc.record({
      customer_id: customer,
      sent: day,
      steps: fc.array(fc.option(fc.integer({min: 0, max: 60})), {minLength: 4, maxLength: 4}),
    }),
    {maxLength: 6},
  ),
});

function median(values: number[]): number | null {
  const sorted = [...values].sort((x, y) => x - y);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const gapsOf = (days: number[]): number[] => days.slice(1).map((d, i) => d - days[i]!);

/** Every day of the customer, in order. */
function daysOf({visits}: Ledger, id: string): number[] {
  return visits
    .filter((v) => v.customer_id === id)
    .map((v) => v.day)
    .sort((x, y) => x - y);
}

function buyingOf(all: Ledger, id: string, anchor: number, asOf: number): string {
  const days = daysOf(all, id);
  if (!days.some((d) => d <= anchor)) return "untold";
  const everyone = ["a", "b", "c"].flatMap((c) => gapsOf(daysOf(all, c).filter((d) => d <= asOf)));
  const gap = median(gapsOf(days.filter((d) => d <= anchor))) ?? median(everyone);
  if (gap === null) return "untold";
  if (asOf - anchor < 2 * gap) return "young";
  return days.some((d) => d > anchor && d - anchor <= 2 * gap) ? "buying" : "gone";
}

function complaintOf(all: Ledger, c: Complaint, asOf: number): string {
  const resolved = c.took !== null && c.opened + c.took <= asOf;
  const timing = resolved
    ? c.took! * 24 <= 36
      ? "in_limit"
      : "late"
    : (asOf - c.opened) * 24 > 36
      ? "overdue"
      : "in_time";
  const buying = buyingOf(all, c.customer_id, resolved ? c.opened + c.took! : c.opened, asOf);
  const outcome =
    c.valid === false
      ? "invalid"
      : !resolved
        ? "open"
        : c.satisfied === null
          ? "unasked"
          : c.satisfied
            ? `satisfied_${buying}`
            : "unsatisfied";
  return `${timing} ${buying} ${outcome}`;
}

function surveyOf(s: Survey, asOf: number): string {
  const names = ["responded", "analysed", "acted", "fed_back"];
  const done = s.steps.map((n) => n !== null && s.sent + n <= asOf);
  return done[0] ? names[done.lastIndexOf(true)]! : "sent";
}

describe("complaints and surveys on random ledgers", () => {
  let tables: ServiceTables;
  beforeAll(async () => {
    tables = await ServiceTables.open();
    await tables.dates(...dates);
  });
  afterAll(() => tables.close());

  const fill = async ({visits, complaints, surveys}: Ledger): Promise<void> => {
    await tables.fill(
      "purchases",
      visits.map((v) => ({customer_id: v.customer_id, day: dayAt(v.day), orders: 1, amount: 1})),
    );
    await tables.complain(
      complaints.map((c) => ({
        customer_id: c.customer_id,
        opened: dayAt(c.opened),
        resolved: c.took === null ? null : dayAt(c.opened + c.took),
        valid: c.valid,
        satisfied: c.satisfied,
      })),
    );
    const on = (s: Survey, i: number): string | null =>
      s.steps[i] === null ? null : dayAt(s.sent + s.steps[i]!);
    await tables.fill(
      "surveys",
      surveys.map(
        (s, sequence): Row => ({
          customer_id: s.customer_id,
          sent_on: dayAt(s.sent),
          responded_on: on(s, 0),
          analysed_on: on(s, 1),
          action_on: on(s, 2),
          fed_back_on: on(s, 3),
          perceived: 4,
          expected: 5,
          sequence,
        }),
      ),
    );
    await tables.run("service-buying", "complaint-status", "survey-status");
  };
  const complaintsAt = async (as_of: string): Promise<string[]> =>
    (
      await tables.rows<{told: string}>(
        `SELECT timing || ' ' || buying || ' ' || outcome AS told FROM complaint_status WHERE as_of = '${as_of}' ORDER BY sequence`,
      )
    ).map((row) => row.told);
  const surveysAt = async (as_of: string): Promise<string[]> =>
    (
      await tables.rows<{told: string}>(
        `SELECT reached AS told FROM survey_status WHERE as_of = '${as_of}' ORDER BY sequence`,
      )
    ).map((row) => row.told);

  it("are what reading the rows one by one gives, at each date", async () => {
    await fc.assert(
      fc.asyncProperty(ledger, async (all) => {
        await fill(all);
        for (const as_of of dates) {
          const asOf = numberOf(as_of);
          expect(await complaintsAt(as_of)).toEqual(
            all.complaints.filter((c) => c.opened <= asOf).map((c) => complaintOf(all, c, asOf)),
          );
          expect(await surveysAt(as_of)).toEqual(
            all.surveys.filter((s) => s.sent <= asOf).map((s) => surveyOf(s, asOf)),
          );
        }
      }),
      {numRuns: 40},
    );
  }, 120_000);

  it("don't know at a date what happened after it", async () => {
    const [early] = dates;
    const cut = numberOf(early!);
    const known = ({visits, complaints, surveys}: Ledger): Ledger => ({
      visits: visits.filter((v) => v.day <= cut),
      complaints: complaints
        .filter((c) => c.opened <= cut)
        .map((c) => (c.took !== null && c.opened + c.took > cut ? {...c, took: null, satisfied: null} : c)),
      surveys: surveys
        .filter((s) => s.sent <= cut)
        .map((s) => ({...s, steps: s.steps.map((n) => (n !== null && s.sent + n > cut ? null : n))})),
    });
    await fc.assert(
      fc.asyncProperty(ledger, async (all) => {
        await fill(all);
        const whole = [await complaintsAt(early!), await surveysAt(early!)];
        await fill(known(all));
        expect([await complaintsAt(early!), await surveysAt(early!)]).toEqual(whole);
      }),
      {numRuns: 30},
    );
  }, 120_000);
});
