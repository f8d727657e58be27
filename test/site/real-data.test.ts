import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {afterAll, describe, expect, inject, it} from "vitest";
import {root} from "../../loaders/places.js";
import {Report} from "./report.js";

const shared = resolve(root, "../shared/data");
const there = existsSync(shared);
if (!there) console.warn(`skipped: real exports are not at ${shared}`);

const settings = `title = "Online Retail"
currency = "GBP"
window = "all"
[transactions]
files = "${join(shared, "online_retail.csv")}"
[transactions.columns]
customer_id = "CustomerID"
ordered_on = "InvoiceDate"
order_id = "InvoiceNo"
quantity = "Quantity"
amount = "Quantity * UnitPrice"
`;

describe.skipIf(!there)("a settings file of a few lines, no code", () => {
  // The same ledgers are read by other tests.
  const report = new Report(join(inject("sharedFolder"), "home"));
  afterAll(() => report.remove());
  it("makes a report of Online Retail's net sales with the known figures", async () => {
    const folder = join(report.place, "net");
    mkdirSync(folder);
    writeFileSync(join(folder, "report.toml"), settings);
    expect(await report.build(folder)).toMatchObject({code: 0});
    const data = report.text("data.html");
    for (const figure of ["541,909", "406,829", "135,080", "£8,300,065.81"]) expect(data).toContain(figure);
    expect(data).toMatch(
      /Customers on the ledger 4,372 .*refunds only 33 .*negative revenue in all 41 .*no revenue 14 /,
    );
    expect(report.text("zh/data.html")).toContain("541,909");
    const pareto = report.text("pareto.html");
    expect(pareto).toContain("One fifth of customers bring 73.8% of revenue.");
    expect(pareto).toContain("The revenue of 41 customers is negative: refunds in the window exceed");
    expect(report.text("relationship.html")).toMatch(/Needs the relationships export/i);
  }, 300_000);
});
