import {describe, expect, it} from "vitest";
import {dataSentence} from "../../src/components/findings/data.js";
import {overviewSentence} from "../../src/components/findings/overview.js";
import {paretoSentence} from "../../src/components/findings/pareto.js";
import {relationshipSentence} from "../../src/components/findings/relationship.js";
import {cellGroup, rfmSentence} from "../../src/components/findings/rfm.js";
import {walletSentence} from "../../src/components/findings/wallet.js";
import type {KpiRow} from "../../src/cubes.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const cubes = fixtureCubes();
const report = cubes.report;
const now: KpiRow = {
  ...cubes.kpis.find((r) => r.role === "now")!,
  top20_share: 0.73847,
  below_zero_customers: 41,
};

describe("the sentence about concentration", () => {
  const facts = {now, curve: [], report};
  it("says the share and whose revenue is negative", () => {
    expect(paretoSentence(facts, "en")).toBe(
      "One fifth of customers bring 73.8% of revenue; the revenue of 41 customers is negative: refunds in the window exceed their purchases.",
    );
    expect(paretoSentence(facts, "zh")).toBe(
      "五分之一的客户带来73.8%的收入；41位客户窗口内退款多于购买，收入为负。",
    );
  });
  it("speaks of one customer in the singular and of none not at all", () => {
    expect(paretoSentence({...facts, now: {...now, below_zero_customers: 1}}, "en")).toMatch(
      /; the revenue of 1 customer is negative: refunds in the window exceed its purchases\.$/,
    );
    expect(paretoSentence({...facts, now: {...now, below_zero_customers: 0}}, "en")).toBe(
      "One fifth of customers bring 73.8% of revenue.",
    );
  });
  it("counts the fifth of few customers", () => {
    const few = {...facts, now: {...now, customers: 20, refund_only_customers: 1, below_zero_customers: 0}};
    expect(paretoSentence(few, "en")).toBe("The 5 largest of 21 customers (23.8%) bring 73.8% of revenue.");
    expect(paretoSentence(few, "zh")).toBe("21位客户中最大的5位（23.8%）带来73.8%的收入。");
    const one = {...few, now: {...few.now, customers: 3, refund_only_customers: 0}};
    expect(paretoSentence(one, "en")).toMatch(/^The largest of 3 customers \(33\.3%\) brings /);
  });
  it("adds profit only where costs are known", () => {
    expect(paretoSentence({...facts, curve: cubes["pareto-curve"]}, "en")).toMatch(
      /the most profitable fifth [\d.]+% of profit/,
    );
    const unknown = cubes["pareto-curve"].filter((p) => p.measure === "revenue");
    expect(paretoSentence({...facts, curve: unknown}, "en")).not.toMatch(/profit/);
  });
  it("claims no share of revenue that is not positive", () => {
    const few = {...facts, now: {...now, top20_share: null}};
    expect(paretoSentence(few, "en")).toMatch(/too few customers/);
    const none = {...facts, now: {...now, top20_share: null, revenue: -5}};
    expect(paretoSentence(none, "en")).toMatch(/not positive/);
    expect(paretoSentence(none, "en")).not.toMatch(/%/);
    expect(paretoSentence(none, "zh")).not.toMatch(/[\d.]+%的收入/);
  });
});

describe("the sentence of the overview", () => {
  const rows = (year: number | null): KpiRow[] => [
    {...now, revenue: 12_000_000_00},
    ...(year === null ? [] : [{...now, role: "year_ago" as const, revenue: year}]),
  ];
  it("says the change on the year with its sign", () => {
    expect(overviewSentence(rows(10_000_000_00), report, "en")).toContain("¥12.0M, up 20.0% on a year ago;");
    expect(overviewSentence(rows(15_000_000_00), report, "en")).toContain("down 20.0% on a year ago");
    expect(overviewSentence(rows(15_000_000_00), report, "zh")).toContain(
      "收入¥1,200万，较一年前下降20.0%；",
    );
  });
  it("says no change where there is no year before", () => {
    expect(overviewSentence(rows(null), report, "en")).not.toMatch(/year/);
    expect(overviewSentence(rows(null), report, "zh")).not.toMatch(/上年/);
  });
});

describe("the sentence about RFM", () => {
  const facts = {rows: cubes.rfm, thresholds: cubes["rfm-thresholds"], now, report};
  it("says the share of those who buy recently and often, of all customers", () => {
    const cells = cubes.rfm.filter((r) => r.scheme === "together");
    const best = cellGroup(cells, (r) => r.r >= 4 && r.f >= 4);
    expect(best.exact).toBe(true);
    const share = ((100 * best.customers) / now.customers).toFixed(1);
    expect(rfmSentence(facts, "en")).toContain(`are ${share}% of all and bring`);
    expect(rfmSentence(facts, "zh")).toContain(`占${share}%，带来`);
  });
  it("says at least, and no money, where cells are suppressed", () => {
    const rows = fixtureCubes("executives").rfm;
    expect(rfmSentence({...facts, rows}, "en")).toMatch(/are at least [\d.]+% of all; at least \d+ who/);
    expect(rfmSentence({...facts, rows}, "zh")).toMatch(/至少占[\d.]+%；至少\d+位/);
  });
});

describe("the sentence about relationships", () => {
  it("says how many are high and what is person-dependent", () => {
    expect(relationshipSentence({grid: cubes.grid, report}, "en")).toMatch(
      /^[\d.]+% of assessed customers were advanced or partner when last assessed; \d+ person-dependent accounts bring ¥/,
    );
    expect(relationshipSentence({grid: cubes.grid, report}, "zh")).toMatch(
      /^已评估客户中.*位客户属人情关系，带来收入.*。$/,
    );
  });
  it("counts one account, none, and at least so many where squares are suppressed", () => {
    const person = cubes.grid.filter((r) => r.as_of === report.as_of && r.lean === "person");
    const one = {...person[0]!, customers: 1, revenue: 12_345_600};
    const say = (grid: typeof cubes.grid) => relationshipSentence({grid, report}, "en");
    const other = cubes.grid.find((r) => r.as_of === report.as_of && r.lean === "balanced")!;
    expect(say([one, other])).toContain("; 1 person-dependent account brings ¥123K of revenue.");
    expect(say([other])).not.toContain("person-dependent");
    const hidden = {...person[1]!, customers: null, revenue: null, profit: null, suppressed: true};
    // Squares that are left out may bring any amount.
    expect(say([one, hidden])).toBe("At least 1 account is person-dependent.");
    expect(relationshipSentence({grid: [one, hidden], report}, "zh")).toBe("至少1位客户属人情关系。");
    expect(say([hidden])).toMatch(/^Too few/);
    expect(say([])).toBe("No customer has been assessed yet.");
  });
  it("asks for the export where there is none", () => {
    expect(relationshipSentence({grid: null, report}, "en")).toMatch(/needs an export/);
    expect(relationshipSentence({grid: null, report}, "zh")).toMatch(/需要/);
  });
});

describe("the sentence about wallets", () => {
  it("says what goes to others, and how many are not known", () => {
    expect(walletSentence({wallet: cubes.wallet, report}, "en")).toMatch(
      /^[\d.]+% of the known wallets, ¥.*, goes to other suppliers; the share of \d+ more customers is not known\.$/,
    );
    expect(walletSentence({wallet: cubes.wallet, report}, "zh")).toMatch(
      /^已知份额的客户把.*；另有\d+位份额未知。$/,
    );
  });
  it("claims nothing from suppressed stages, and asks for the export where there is none", () => {
    const hidden = cubes.wallet.map((r) => ({...r, gap: null, customers: null, suppressed: true}));
    expect(walletSentence({wallet: hidden, report}, "en")).toMatch(/^Too few/);
    expect(walletSentence({wallet: null, report}, "en")).toMatch(/needs an export/);
    expect(walletSentence({wallet: null, report}, "zh")).toMatch(/需要/);
  });
});

describe("the sentence about the data", () => {
  const row = cubes.inputs[0]!;
  it("says how much was used and that the rest has reasons", () => {
    expect(dataSentence([row], "en")).toBe(
      "97.4% of 21,480 transaction lines are used; 549 are not, each for a stated reason.",
    );
    expect(dataSentence([{...row, rows_rejected: 1}], "en")).toContain("; 1 is not,");
  });
  it("says so where everything was used", () => {
    expect(dataSentence([{...row, rows_rejected: 0, rows_used: row.rows_read}], "zh")).toBe(
      "读取的21,480行交易全部使用。",
    );
  });
});
