import {describe, expect, it} from "vitest";
import {figureRows} from "../../src/components/figures/key-figure-rows.js";
import {figureBody} from "../../src/components/figures/key-figures.js";
import {meaningOf} from "../../src/components/good-direction.js";
import {ledgerWords} from "../../src/components/ledger-words.js";
import type {Site} from "../../src/components/site.js";
import {fixtureCubes} from "./fixtures/cubes.js";

describe("the colour of a change", () => {
  it.each([
    ["revenue", "up", "better"],
    ["revenue", "down", "worse"],
    ["churn", "up", "worse"],
    ["metal-down", "down", "better"],
    ["gini", "up", ""],
    ["orders", "same", ""],
    ["constructor", "up", ""],
  ] as const)("of %s going %s is %j", (id, direction, meaning) => {
    expect(meaningOf(id, {direction, text: ""})).toBe(meaning);
  });
});

it("break a change in Chinese before its verb alone, and read the same", () => {
  const change = {direction: "down" as const, text: "下降1.5个百分点"};
  const figure = {id: "churn", name: "", value: "17.1%", series: [], format: String, changes: []};
  const body = figureBody({...figure, changes: [{since: "较一年前", missing: "", change}]}, {
    locale: "zh",
    cubes: {},
  } as Site);
  expect(body.text).toContain("较一年前<wbr>下降1.5个百分点</span>");
});

describe("who is on the ledger", () => {
  const at = (refund_only_customers: number | null, locale: "en" | "zh" = "en"): Site =>
    ({
      locale,
      cubes: {read: () => [{role: "now", customers: 561, refund_only_customers}]},
    }) as unknown as Site;
  it("is told as customers and those with refunds only", () => {
    expect(ledgerWords(565, at(4))).toBe("565 on the ledger: 561 customers and 4 with refunds only");
    expect(ledgerWords(565, at(4, "zh"))).toBe("账上565位：561位客户，另4位仅有退款");
    expect(ledgerWords(561, at(0))).toBe("all 561 customers on the ledger");
  });
  it("is everyone, without numbers, where the parts are not told or are not the whole's", () => {
    expect(ledgerWords(565, at(null))).toBe("all on the ledger");
    expect(ledgerWords(300, at(4))).toBe("all on the ledger");
    expect(ledgerWords(null, at(4, "zh"))).toBe("账上全部客户");
  });
});

describe("the customers of the data page", () => {
  const figure = (back: number | null, locale: "en" | "zh") => {
    const cubes = fixtureCubes();
    const ledger = {...cubes.ledger, customers: 565, refund_only_customers: back};
    const read = (name: keyof typeof cubes) => (name === "ledger" ? ledger : cubes[name]);
    const figures = figureRows.data!({locale, cubes: {read}} as unknown as Site);
    return figures.find(({id}) => id === "ledger-customers")!;
  };
  it("say whom they count beside those who have bought", () => {
    expect(figure(4, "en")).toMatchObject({
      name: "Customers on the ledger, 4 of them with refunds only",
      value: "565",
    });
    expect(figure(4, "zh").name).toBe("账上客户（含仅有退款的4位）");
    expect(figure(0, "en").name).toBe("Customers on the ledger");
    expect(figure(null, "en").name).toBe("Customers on the ledger, without those with refunds only");
  });
});
