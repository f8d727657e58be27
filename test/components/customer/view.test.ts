import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {actionsOf} from "../../../loaders/models/actions.js";
import {classesOf} from "../../../src/components/customer/actions.js";
import {customerFrame} from "../../../src/components/customer/frame.js";
import {customerHead} from "../../../src/components/customer/head.js";
import {periodLength, purchasePeriods} from "../../../src/components/customer/periods.js";
import type {CustomerRecord} from "../../../src/components/customer/record.js";
import {customerView} from "../../../src/components/customer/view.js";
import {customerHeadline} from "../../../src/components/findings/customer.js";
import type {Site} from "../../../src/components/site.js";
import {type Audience, type Cubes, exportNames, type Locale, type ReportCube} from "../../../src/cubes.js";
import {fixtureCubes} from "../fixtures/cubes.js";
import {customer} from "./fixture-customer.js";

const actions = actionsOf({});
const {document} = new JSDOM("").window;
const kept = new Map<Audience, Cubes>();

function site(locale: Locale, changes: Partial<ReportCube> = {}, audience: Audience = "analysts"): Site {
  const cubes = kept.get(audience) ?? fixtureCubes(audience);
  kept.set(audience, cubes);
  const report = {...cubes.report, ...changes};
  const reader: Site["cubes"] = {
    report,
    has: (name) => report.exports[name],
    read: (name) => cubes[name],
    find: (name) => cubes[name] ?? null,
  };
  return {cubes: reader, locale, document};
}

function view(record: CustomerRecord, of: Site): {head: string; body: Element; text: string} {
  const {head, body} = customerView(record, actions, of);
  const root = new JSDOM(`<main>${body.text}</main>`).window.document.querySelector("main")!;
  return {head: head.sentence, body: root, text: root.textContent!.replace(/\s+/g, " ")};
}

/** A customer of whom only the ledger knows, and one who never bought. */
const bare: Partial<CustomerRecord> = {
  name: null,
  account: null,
  lifetime: null,
  contact: null,
  contacts: null,
  complaints: null,
  surveys: null,
  events: null,
  alert: null,
  signals: null,
};
const prospect: Partial<CustomerRecord> = {
  ...bare,
  purchases: null,
  now: {
    ...{
      is_customer: false,
      is_refund_only: false,
      first_order_on: null,
      last_order_on: null,
      recency_days: null,
    },
    ...{
      orders: 0,
      revenue: 0,
      profit: 0,
      orders_ever: 0,
      revenue_ever: 0,
      cost_to_serve: null,
      cost_so_far: null,
    },
  },
  rfm: {
    ...{r: null, f: null, m: null, segment: null, band: null, rank: null},
    ...{in_head: false, decile: null, revenue_rank: null},
  },
};

describe("a customer's page", () => {
  it("has every part, in both languages, without a hole in its words", () => {
    for (const locale of ["en", "zh"] as const) {
      for (const record of [customer(), customer(bare), customer(prospect)]) {
        const {head, body, text} = view(record, site(locale));
        expect(`${head} ${text}`).not.toMatch(/undefined|NaN|null|\[object|Infinity/);
        expect([...body.querySelectorAll("h2")].map((h) => h.id)).toEqual(
          [
            "purchases",
            "scores",
            "places",
            "contacts",
            "complaints",
            "surveys",
            "events",
            "alerts",
            "actions",
          ].map((part) => `customer-${part}`),
        );
        const ids = [...body.querySelectorAll("[id]")].map((e) => e.id);
        expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
        expect(body.querySelectorAll("th:not([scope])")).toHaveLength(0);
        if (locale === "zh")
          expect(text).not.toMatch(/\b(customers?|revenue|share of|stage|needs the|days)\b/i);
      }
    }
  });

  it("shows a name as text, whatever stands in it", () => {
    const {head, body} = view(
      customer({events: {...customer().events!, note: ["<img src=x>", null]}}),
      site("en"),
    );
    expect(head).toContain("榕澳 & <b>Sons</b>");
    expect(body.querySelector("img")).toBeNull();
  });

  it("says in a sentence what came and how it changed, and says it rightly where nothing came", () => {
    const sentence = (changes: Partial<CustomerRecord>, locale: Locale = "en"): string =>
      customerHead(customer({name: "Acme", ...changes}), site(locale)).sentence;
    const {now} = customer();
    expect(sentence({})).toBe(
      "Acme brought ¥1.50K, up 50.0% on the window to 31 Dec 2024: class A, champions, gold.",
    );
    expect(sentence({}, "zh")).toBe(
      "Acme带来收入¥1,500，较截至2024年末的窗口上升50.0%；A类、冠军客户、黄金。",
    );
    expect(sentence({now: {...now, orders: 0, revenue: 0, recency_days: 400}})).toMatch(
      /^Acme ordered nothing in the window; its last order was 400 days ago/,
    );
    expect(sentence({now: {...now, orders: 1, revenue: -100}})).toMatch(
      /placed 1 order .* after refunds brought −¥1\.00/,
    );
    expect(sentence(prospect)).toBe("C000012 has not bought anything yet.");
    expect(sentence({now: {...now, is_customer: false, is_refund_only: true}})).toContain("has refunds only");
  });

  it("says what is at stake up to which day, and no first day of a sign that compares stretches of days", () => {
    const record = customer();
    const {text} = view(record, site("en"));
    expect(text).toMatch(
      /At stake is ¥[\d.,]+K?, the revenue of the 365 days up to its last order on \d+ \w+ \d{4}/,
    );
    expect(text).toContain("P(alive) is the model’s chance that a customer is still one at all");
    expect(text).toContain("Over the last 90 days");
    expect(text).toContain("Phase: control, since 2 November 2025");
  });
  it("names the export that a part needs, and says of an empty part that nothing is on record", () => {
    const none = Object.fromEntries(
      exportNames.map((name) => [name, name === "transactions"]),
    ) as ReportCube["exports"];
    const without = view(customer(bare), site("en", {exports: none})).body;
    const needed = [...without.querySelectorAll(".needs code, .more code")].map((e) => e.textContent);
    for (const name of ["relationships", "wallets", "interactions", "complaints", "surveys", "events"])
      expect(needed).toContain(name);
    const {text} = view(customer(bare), site("en"));
    expect(text).toContain("No complaint of this customer is on record.");
    expect(text).toContain("This customer shows no sign at the moment.");
    expect(text).not.toContain("Needs the");
  });

  it("leaves profit out where there are no costs", () => {
    const {now, purchases} = customer();
    const record = customer({
      now: {...now, profit: null},
      purchases: {...purchases!, profit: [null, null, null]},
      abc: {...customer().abc, customers_profit: null, value_profit: null},
    });
    const {body, text} = view(record, site("en", {has_profit: false}));
    expect(body.querySelector('[data-figure="profit"]')).toBeNull();
    expect(text).toContain("no cost");
    expect(text).not.toContain("ranked by profit");
  });

  it("tells a contact's move, an open complaint, and that a list holds the newest alone", () => {
    const {text} = view(customer(), site("en"));
    expect(text).toMatch(/4 [^▲▼]+ ▲ up 1/);
    expect(text).toMatch(/3 [^▲▼]+ ▼ down 1/);
    expect(text).toContain("open past the limit");
    expect(text).toContain("The newest 1 of 60.");
  });

  it("suggests what the library has for each of the customer's classes, drafts with their approver", () => {
    const of = site("en");
    const {body} = view(customer(), of);
    const rows = [...body.querySelectorAll("#customer-actions ~ * tbody tr")].map((tr) =>
      [...tr.children].map((td) => td.textContent),
    );
    const wanted = classesOf(customer(), of).flatMap(([model, name]) =>
      actions.filter((a) => a.model === model && a.class === name),
    );
    expect(wanted.length).toBeGreaterThan(12);
    expect(rows.map(([, action]) => action)).toEqual(wanted.map((a) => a.action.en));
    expect(rows.map(([, , , approver]) => approver)).toEqual(
      wanted.map((a) => (a.approver ? `draft; ${a.approver.en}` : "–")),
    );
    expect(wanted.some((a) => a.approver)).toBe(true);
    expect(classesOf(customer(), of)).toContainEqual(["alert_phase", "control"]);
  });
});

describe("the periods of purchases", () => {
  it("are months up to 40, quarters up to 120, then years, and add up to the same money", () => {
    expect(periodLength("2022-09-01", "2025-12-31")).toBe("month");
    expect(periodLength("2022-08-01", "2025-12-31")).toBe("quarter");
    expect(periodLength("2015-12-01", "2025-12-31")).toBe("year");
    for (const first of ["2025-12-01", "2024-11-01", "2021-02-01", "2001-12-01"]) {
      const rows = [first, "2025-12-01"].map((month, i) => ({
        month,
        orders: 1,
        revenue: 100 + i,
        profit: -5,
      }));
      const periods = purchasePeriods(rows, "2025-12-31");
      expect(periods.reduce((total, p) => total + p.revenue, 0)).toBe(201);
      expect(periods.reduce((total, p) => total + p.profit!, 0)).toBe(-10);
      expect(new Set(periods.map((p) => p.name)).size).toBe(periods.length);
    }
    expect(purchasePeriods([], "2025-12-31")).toEqual([]);
    expect(
      purchasePeriods([{month: "2025-11-01", orders: 1, revenue: 5, profit: null}], "2025-12-31"),
    ).toEqual([
      {month: "2025-11-01", name: "2025-11", orders: 1, revenue: 5, profit: null},
      {month: "2025-12-01", name: "2025-12", orders: 0, revenue: 0, profit: null},
    ]);
  });
});

describe("the customers' page before one is chosen", () => {
  it("leads to the largest customers, and says without scripts what else to read", () => {
    const frame = customerFrame(site("en")).text;
    expect(frame).toMatch(/href="\.\/customer\.html\?id=C0/);
    expect(frame).toContain("needs scripts");
    expect(customerFrame(site("zh")).text).toContain("需要启用脚本");
  });

  it("holds nothing for executives but that it isn't published for them", () => {
    for (const locale of ["en", "zh"] as const) {
      const of = site(locale, {}, "executives");
      const text = customerFrame(of).text;
      expect(text).toContain(locale === "en" ? "Not published for this audience" : "不向此类读者公布");
      expect(text).not.toMatch(/C0\d{3}|<form|<input/);
      expect(customerHeadline(of).sentence).not.toMatch(/\d/);
    }
  });
});
