import {afterEach, describe, expect, it} from "vitest";
import type {
  ContactEffectRow,
  ContactGoalRow,
  ContactMixRow,
  TouchpointRow,
} from "../../src/cubes/coverage.js";
import {type Contact, contacts, cover, now, openCoverage} from "./coverage-tables.js";
import type {HandTables} from "./hand-tables.js";

let tables: HandTables | undefined;
afterEach(() => tables?.close());

async function open(rows: readonly Contact[], toml = ""): Promise<HandTables> {
  tables = await openCoverage(toml);
  await contacts(tables, rows);
  await cover(tables, [
    {customer_id: "a", class: "A"},
    {customer_id: "c", class: "C"},
  ]);
  return tables;
}

const on = "2025-06-02";

describe("channels", () => {
  it("take each kind to its channel, a kind of the settings to theirs, and any other to other", async () => {
    const kinds = [
      "visit",
      "quality_meeting",
      "fair",
      "call",
      "letter",
      "email",
      "web",
      "club",
      "wechat",
      "smoke",
    ];
    const t = await open(
      kinds.map((kind) => ({customer_id: "a", occurred_on: on, kind})),
      '[coverage.channels]\nwechat = "web"\n',
    );
    const rows = await t.rows<{kind: string; channel: string; cost: string}>(
      "SELECT kind, channel, contact_cost::DOUBLE AS cost FROM contacts ORDER BY sequence",
    );
    expect(rows.map((r) => [r.kind, r.channel, Number(r.cost)])).toEqual([
      ["visit", "face_to_face", 10],
      ["quality_meeting", "face_to_face", 10],
      ["fair", "face_to_face", 10],
      ["call", "phone", 10],
      ["letter", "letter", 3],
      ["email", "email", 1],
      ["web", "web", 1],
      ["club", "club", 10],
      ["wechat", "web", 1],
      ["smoke", "other", 1],
    ]);
  });

  it("count what was held in the period alone, with those who are no customers in no class", async () => {
    const t = await open([
      {customer_id: "a", occurred_on: "2025-01-01"},
      {customer_id: "a", occurred_on: "2024-12-31"},
      {customer_id: "a", occurred_on: "2026-01-01"},
      {customer_id: "a", occurred_on: on, status: "planned"},
      {customer_id: "a", occurred_on: on, status: "cancelled"},
      {customer_id: "lead", occurred_on: now},
    ]);
    expect(await t.rows("SELECT customer_id, class FROM contacts ORDER BY ALL")).toEqual([
      {customer_id: "a", class: "A"},
      {customer_id: "lead", class: "none"},
    ]);
  });

  it("part the same contacts by channel, by content and by who began, so that each mix adds up to all", async () => {
    const t = await open(
      [
        {customer_id: "a", occurred_on: on, content: "product", initiated_by: "customer"},
        {customer_id: "a", occurred_on: on, kind: "call", content: "policy", initiated_by: "company"},
        {customer_id: "c", occurred_on: on, kind: "email"},
      ],
      '[coverage]\ncosts_in = "money"\n[coverage.contact_costs]\nface_to_face = 120.5\n',
    );
    const rows = await t.cube<ContactMixRow>("coverage/contact-mix");
    for (const by of ["channel", "content", "initiated_by"]) {
      const own = rows.filter((r) => r.by === by);
      expect([by, own.reduce((s, r) => s + r.contacts!, 0)]).toEqual([by, 3]);
      expect(own.reduce((s, r) => s + r.cost!, 0)).toBe(12050 + 1000 + 100);
    }
    expect(rows.filter((r) => r.by === "content").map((r) => [r.class, r.value])).toEqual([
      ["A", "policy"],
      ["A", "product"],
      ["C", "unknown"],
    ]);
  });

  it("tell hours of those contacts alone whose hour is known", async () => {
    const t = await open([
      {customer_id: "a", occurred_on: on, occurred_at: `${on} 09:05:00`},
      {customer_id: "c", occurred_on: on, occurred_at: `${on} 09:59:59`},
      {customer_id: "a", occurred_on: on},
    ]);
    // 2 June 2025 is a Monday.
    expect(await t.cube("coverage/contact-hours")).toEqual([
      {weekday: 1, hour: 9, customers: 2, contacts: 2},
    ]);
  });
});

describe("touchpoints", () => {
  it("answer a need by what the contact was about, at the first touchpoint that takes its kind", async () => {
    const t = await open(
      [
        {customer_id: "a", occurred_on: on, kind: "fair", content: "idea", initiated_by: "customer"},
        {customer_id: "a", occurred_on: on, kind: "fair", content: "emotion"},
        {customer_id: "c", occurred_on: on, kind: "visit"},
        {customer_id: "c", occurred_on: on, kind: "smoke", content: "product"},
      ],
      '[[coverage.touchpoints]]\nname = "Stand"\nkinds = ["fair"]\nneeds = ["information"]\n[[coverage.touchpoints]]\nname = "All"\nkinds = ["visit", "fair"]\nneeds = ["service"]\n',
    );
    const rows = await t.cube<TouchpointRow>("coverage/touchpoints");
    expect(rows.map((r) => [r.touchpoint, r.need, r.customers, r.begun_by_customer])).toEqual([
      [0, "service", 1, 0],
      [1, "information", 1, 1],
      [1, "service", 1, 0],
      [2, "unknown", 1, 0],
    ]);
    const plan = await t.cube<{name_en: string; information: boolean}>("coverage/touchpoint-plan");
    expect(plan.map((p) => [p.name_en, p.information])).toEqual([
      ["Stand", true],
      ["All", false],
    ]);
  });
});

describe("goals", () => {
  it("are reached, missed, overdue once their day has passed, or open; without any goal a contact is none of them", async () => {
    const goal = {customer_id: "a", occurred_on: on, goal: "renew"};
    const t = await open([
      {...goal, achieved: true, due_on: "2025-01-01"},
      {...goal, achieved: false},
      {...goal, due_on: "2025-12-30"},
      {...goal, due_on: now},
      goal,
      {customer_id: "a", occurred_on: on},
    ]);
    const rows = await t.cube<ContactGoalRow>("coverage/contact-goals");
    expect(rows.map((r) => [r.state, r.contacts])).toEqual([
      ["reached", 1],
      ["not_reached", 1],
      ["overdue", 1],
      ["open", 2],
    ]);
  });

  it("stand beside what was bought in the 90 days on either side of the last one, its own day left out", async () => {
    tables = await openCoverage();
    const goal = {customer_id: "a", goal: "renew", achieved: true};
    await contacts(tables, [
      {...goal, occurred_on: "2025-03-01"},
      {...goal, occurred_on: "2025-06-01"},
      // Its 90 days would end after the data.
      {...goal, occurred_on: "2025-10-03"},
    ]);
    await cover(tables, [{customer_id: "a"}]);
    const buys = {
      "2025-03-02": 1,
      "2025-03-03": 2,
      "2025-05-31": 4,
      "2025-06-01": 8,
      "2025-06-02": 16,
      "2025-08-30": 32,
      "2025-08-31": 64,
    };
    await tables.fill(
      "purchases",
      Object.entries(buys).map(([day, amount]) => ({customer_id: "a", day, amount})),
    );
    const rows = await tables.cube<ContactEffectRow>("coverage/contact-effect");
    expect(rows).toEqual([{outcome: "reached", customers: 1, before: 600, after: 4800}]);
  });
});
