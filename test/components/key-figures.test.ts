import {describe, expect, it} from "vitest";
import {meaningOf} from "../../src/components/good-direction.js";
import {ledgerWords} from "../../src/components/ledger-words.js";
import type {Site} from "../../src/components/site.js";

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

describe("who is on the ledger", () => {
  const at = (refund_only_customers: number | null, locale: "en" | "zh" = "en"): Site =>
    ({
      locale,
      cubes: {read: () => [{role: "now", customers: 561, refund_only_customers}]},
    }) as unknown as Site;
  it("is told as customers and those who only gave back", () => {
    expect(ledgerWords(565, at(4))).toBe("565 on the ledger: 561 customers and 4 who only gave back");
    expect(ledgerWords(565, at(4, "zh"))).toBe("账上565位：561位客户，另4位仅有退款");
    expect(ledgerWords(561, at(0))).toBe("all 561 customers on the ledger");
  });
  it("is everyone, without numbers, where the parts are not told or are not the whole's", () => {
    expect(ledgerWords(565, at(null))).toBe("all on the ledger");
    expect(ledgerWords(300, at(4))).toBe("all on the ledger");
    expect(ledgerWords(null, at(4, "zh"))).toBe("账上全部客户");
  });
});
