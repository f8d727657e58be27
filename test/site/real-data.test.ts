import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {afterAll, describe, expect, inject, it} from "vitest";
import {root} from "../../loaders/places.js";
import {Report} from "./report.js";

const shared = resolve(root, "../shared/data");
const there = existsSync(shared);
if (!there) console.warn(`skipped: real exports are not at ${shared}`);

const retail = (where: string): string => `title = "Online Retail"
currency = "GBP"
window = "all"
[transactions]
files = "${join(shared, "online_retail.csv")}"
${where}
[transactions.columns]
customer_id = "CustomerID"
ordered_on = "InvoiceDate"
order_id = "InvoiceNo"
quantity = "Quantity"
amount = "Quantity * UnitPrice"
`;

const cdnow = `title = "CDNOW"
currency = "USD"
window = "all"
[transactions]
files = "${join(shared, "CDNOW_master.txt")}"
delimiter = "whitespace"
[transactions.columns]
ordered_on = "date"
quantity = "number_of_cds"
amount = "dollar_value"
`;

describe.skipIf(!there)("a settings file of a few lines, no code", () => {
  // The same ledgers are read by other tests.
  const report = new Report(join(inject("sharedFolder"), "home"));
  afterAll(() => report.remove());
  const build = async (name: string, settings: string): Promise<void> => {
    const folder = join(report.place, name);
    mkdirSync(folder);
    writeFileSync(join(folder, "report.toml"), settings);
    expect(await report.build(folder)).toMatchObject({code: 0});
  };

  it("makes a report of Online Retail's net sales with the known figures", async () => {
    await build("net", retail(""));
    const data = report.text("data.html");
    for (const figure of ["541,909", "406,829", "135,080", "£8,300,065.81"]) expect(data).toContain(figure);
    expect(data).toMatch(
      /Customers on the ledger 4,372 .*only refunds 33 .*negative revenue 41 .*at zero 14 /,
    );
    expect(report.text("zh/data.html")).toContain("541,909");
    expect(report.text("pareto.html")).toContain(
      "One fifth of customers bring 73.8% of revenue; 41 gave back more than they bought.",
    );
    expect(report.text("relationship.html")).toMatch(/Needs the relationships export/i);
  }, 300_000);

  it("makes one of CDNOW, which is separated by white space", async () => {
    await build("cdnow", cdnow);
    const data = report.text("data.html");
    for (const figure of ["69,659", "$2,500,315.63"]) expect(data).toContain(figure);
    expect(data).toMatch(/Customers 23,570 /);
  }, 300_000);
});
