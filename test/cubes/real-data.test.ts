import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it, type TestContext} from "vitest";
import {drawnPage} from "../components/drawn-page.js";
import {publishFolder, Workshop} from "../warehouse/published.js";

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

/** The path of a real export, or the test is skipped, saying so: these files belong to others and aren't ours to give. */
function real(context: TestContext, name: string): string {
  if (!existsSync(shared + name)) {
    console.log(`skipped: ${name} is not at ${shared}`);
    context.skip();
  }
  return shared + name;
}

const retail = (file: string, where = ""): string => `title = "Online Retail"
currency = "GBP"
window = "all"
minor_digits = 3
[transactions]
files = "${file}"
${where}
[transactions.columns]
customer_id = "CustomerID"
ordered_on = "InvoiceDate"
order_id = "InvoiceNo"
product_id = "StockCode"
quantity = "Quantity"
amount = "Quantity * UnitPrice"
`;

describe("real exports", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => workshop.remove());

  it("Online Retail, net, gives the published figures and loses no line", async (context) => {
    const file = real(context, "online_retail.csv");
    const published = await publishFolder(workshop.folder({"report.toml": retail(file)}));
    const now = published.cube("kpis").find(({role}) => role === "now")!;
    expect(published.cube("ledger")).toMatchObject({
      customers: 4372,
      revenue: 8_300_065_814,
      below_zero_customers: 41,
      at_zero_customers: 14,
      refund_only_customers: 33,
    });
    expect(now).toMatchObject({
      customers: 4339,
      revenue: 8_300_065_814,
      refund_only_customers: 33,
      below_zero_customers: 41,
      at_zero_customers: 14,
    });
    expect(now.top20_share).toBeCloseTo(0.73847, 5);
    const point = published.cube("pareto-curve").find(({customers}) => customers === 875)!;
    expect(point.amount_share).toBeCloseTo(0.73847, 5);
    const [input] = published.cube("inputs");
    expect(input).toMatchObject({rows_read: 541_909, rows_used: 541_909 - 135_080, rows_rejected: 135_080});
    expect(input!.money_read).toBe(input!.money_used! + input!.money_rejected!);
    expect(input!.money_used).toBe(8_300_065_814);
    expect(published.cube("quality")).toMatchObject([
      {
        reason: "no_customer",
        column: "CustomerID",
        rows: 135_080,
        money: input!.money_rejected,
        money_unread: 0,
      },
    ]);
    for (const scheme of ["together", "ntile"]) {
      const cells = published.cube("rfm").filter((row) => row.scheme === scheme);
      const outside = published
        .cube("abc")
        .find((row) => row.preset === "by-value" && row.class === "none" && row.as_of === now.as_of)!;
      expect(cells.reduce((sum, row) => sum + row.revenue!, outside.revenue!)).toBe(8_300_065_814);
    }
  });

  it("Online Retail, sales alone, gives the published figures", async (context) => {
    const file = real(context, "online_retail.csv");
    const where = 'where = "Quantity > 0 and UnitPrice > 0"';
    const published = await publishFolder(workshop.folder({"report.toml": retail(file, where)}));
    const now = published.cube("kpis").find(({role}) => role === "now")!;
    const [input] = published.cube("inputs");
    expect(input).toMatchObject({rows_read: 541_909, rows_used: 397_884});
    expect(published.cube("quality").reduce((sum, {rows}) => sum + rows, 0)).toBe(541_909 - 397_884);
    expect(now.customers).toBe(4338);
    expect(now.revenue / 1000).toBeCloseTo(8_911_407.9, 2);
    expect(now.gini).toBeCloseTo(0.71514, 6);
    const [once] = await published.query<{customers: string}>(
      "SELECT count(*) AS customers FROM scores WHERE orders_ever = 1 AND as_of = (SELECT max(as_of) FROM scores)",
    );
    expect(Number(once!.customers)).toBe(1493);
  });

  it("CDNOW, separated by white space, gives the published figures", async (context) => {
    const file = real(context, "CDNOW_master.txt");
    const published = await publishFolder(
      workshop.folder({
        "report.toml": `currency = "USD"
window = "all"
[transactions]
files = "${file}"
delimiter = "whitespace"
[transactions.columns]
ordered_on = "date"
quantity = "number_of_cds"
amount = "dollar_value"
`,
      }),
    );
    const data = drawnPage("data", published.directory);
    for (const figure of ["69,659", "$2,500,315.63"]) expect(data).toContain(figure);
    expect(data).toMatch(/Customers on the ledger 23,570 /);
    const now = published.cube("kpis").find(({role}) => role === "now")!;
    expect(published.cube("inputs")[0]).toMatchObject({
      rows_read: 69_659,
      rows_used: 69_659,
      first_day: "1997-01-01",
      last_day: "1998-06-30",
    });
    expect(now).toMatchObject({customers: 23_570, revenue: 250_031_563, at_zero_customers: 68});
    expect(now.gini).toBeCloseTo(0.634571, 6);
    expect(now.top20_share).toBeCloseTo(0.67777, 5);
    expect(
      published.cube("pareto-curve").find(({customers}) => customers === 4714)!.amount_share,
    ).toBeCloseTo(0.67777, 5);
  });

  it("a CRM's pipeline and accounts need a few lines of settings", async (context) => {
    const file = real(context, "crm_sales_pipeline.csv");
    const published = await publishFolder(
      workshop.folder({
        "report.toml": `currency = "USD"
window = "all"
[transactions]
files = "${file}"
where = "deal_stage = 'Won'"
[transactions.columns]
customer_id = "account"
ordered_on = "close_date"
order_id = "opportunity_id"
product_id = "product"
amount = "close_value"
[customers]
files = "${real(context, "crm_accounts.csv")}"
[customers.columns]
customer_id = "account"
name = "account"
industry = "sector"
region = "office_location"
`,
      }),
    );
    const [input] = published.cube("inputs");
    expect(input).toMatchObject({rows_read: 8800, rows_used: 4238, rows_rejected: 4562});
    const quality = published.cube("quality").filter((row) => row.export === "transactions");
    expect(Object.fromEntries(quality.map(({reason, rows}) => [reason, rows]))).toEqual({
      filtered: 8800 - 4238,
    });
    expect(published.cube("ledger")).toMatchObject({customers: 85, orders: 4238, prospects: 0});
    expect(published.cube("inputs")[1]).toMatchObject({export: "customers", rows_read: 85, rows_used: 85});
  });
});
