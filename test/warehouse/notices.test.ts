import {afterAll, beforeEach, expect, it} from "vitest";
import {readSettings} from "../../loaders/settings.js";
import {openWarehouse} from "../../loaders/warehouse/warehouse.js";
import {Finished, publishFolder, Workshop} from "./published.js";

const header = "customer_id,ordered_on,amount\n";
/** Sixty lines of twelve customers over 2024. */
const lines = Array.from(
  {length: 60},
  (_, i) => `c${i % 12},2024-${String(1 + (i % 12)).padStart(2, "0")}-10,${10 + i}`,
).join("\n");
const spoiled = `${header}${lines}\nc1,2099-12-31,5\n`;

const workshop = new Workshop();
afterAll(() => workshop.remove());

let told: string[];
beforeEach(() => {
  told = [];
});

async function read(files: Record<string, string>): Promise<Finished> {
  const folder = workshop.folder(files);
  const {file} = await openWarehouse(readSettings(folder), folder, (line) => void told.push(line));
  return new Finished(file);
}

const sql =
  "SELECT code, export, rows, of_rows, ids, day, rest_day, is_warning, example FROM notices ORDER BY ALL";
const rowsOf = async (files: Record<string, string>): Promise<unknown[][]> =>
  (await (await read(files)).query<Record<string, unknown>>(sql)).map((row) => Object.values(row));

it("finds a mistyped day behind all others, with its line, and says what to do", async () => {
  expect(await rowsOf({"transactions.csv": spoiled})).toEqual([
    [
      "last_day_apart",
      "transactions",
      "1",
      "61",
      null,
      "2099-12-31",
      "2024-12-10",
      true,
      "transactions.csv:62",
    ],
  ]);
  expect(told.at(-1)).toBe(
    "warning: transactions: 1 line of 61 lies more than 180 days (checks.apart_days) after all others, which end on 2024-12-10; the last is of 2099-12-31 (transactions.csv:62). The report is therefore as of 2099-12-31: mend the row, or set as_of = 2024-12-10 in report.toml",
  );
});

it("finds the line below skipped titles, of a day that an expression gives", async () => {
  const files = {
    "transactions.csv": `Sales\n\n${spoiled}`,
    "report.toml":
      '[transactions]\nskip_lines = 2\n[transactions.columns]\nordered_on = "trim(ordered_on)"\n',
  };
  expect((await rowsOf(files))[0]!.at(-1)).toBe("transactions.csv:64");
});

it("finds a day before all others, and lets days be that a setting allows", async () => {
  const early = `${header}c1,1900-01-01,5\n${lines}\n`;
  expect(await rowsOf({"transactions.csv": early})).toEqual([
    [
      "first_day_apart",
      "transactions",
      "1",
      "61",
      null,
      "1900-01-01",
      "2024-01-10",
      true,
      "transactions.csv:2",
    ],
  ]);
  expect(await rowsOf({"transactions.csv": early, "report.toml": "[checks]\napart_days = 60000\n"})).toEqual(
    [],
  );
});

it("takes a pause with more than a few lines on both sides for what it is", async () => {
  const after = Array.from({length: 12}, (_, i) => `c${i},2026-01-1${i % 9},5`).join("\n");
  expect(await rowsOf({"transactions.csv": `${header}${lines}\n${after}\n`})).toEqual([]);
});

it("says nothing of later days once the report's own day leaves them out, but of one that lies far behind the data", async () => {
  const at = (day: string) => rowsOf({"transactions.csv": spoiled, "report.toml": `as_of = ${day}\n`});
  expect(await at("2024-12-31")).toEqual([]);
  expect(await at("2030-01-01")).toEqual([
    ["as_of_late", "transactions", null, null, null, "2030-01-01", "2024-12-10", true, null],
  ]);
  expect(told.at(-1)).toMatch(
    /^warning: transactions: report\.toml: as_of = 2030-01-01 is more than 180 days/,
  );
});

it("counts rows whose customer neither bought nor stands in customers, and warns where they are most", async () => {
  const complaints = ["c1", "p1", "x9"].map((id) => `${id},2024-05-01`).join("\n");
  const costs = ["1", "1", "2", "c3"].map((id) => `${id},2024,10`).join("\n");
  expect(
    await rowsOf({
      "transactions.csv": `${header}${lines}\n`,
      "customers.csv": "customer_id\nc1\np1\n",
      "complaints.csv": `customer_id,opened_on\n${complaints}\n`,
      "costs.csv": `customer_id,period,cost\n${costs}\n`,
    }),
  ).toEqual([
    ["unmatched", "complaints", "1", "3", "1", null, null, false, '"x9"'],
    ["unmatched", "costs", "3", "4", "2", null, null, true, '"1", "2"'],
  ]);
});

it("finds parents whom no one knows, accounts under themselves, and rings of them", async () => {
  const rows = ["c0,c1", "c2,c2", "c3,zz", "c4,c5", "c5,c6", "c6,c4", "c7,c4", "c8,"].join("\n");
  expect(
    await rowsOf({
      "transactions.csv": `${header}${lines}\n`,
      "customers.csv": `customer_id,parent_id\n${rows}\n`,
    }),
  ).toEqual([
    ["own_parent", "customers", "1", "8", "1", null, null, false, '"c2"'],
    ["parent_loop", "customers", "3", "8", "3", null, null, false, '"c4", "c5", "c6"'],
    ["unknown_parent", "customers", "1", "8", "1", null, null, false, '"zz"'],
  ]);
});

it("warns where no customer with lines stands in customers", async () => {
  const [row] = await rowsOf({
    "transactions.csv": `${header}${lines}\n`,
    "customers.csv": "customer_id\n1\n2\n",
  });
  expect(row!.slice(0, 4)).toEqual(["not_listed", "customers", "12", "12"]);
});

it("tells executives no id, no line and no count of few, but the warning itself", async () => {
  const folder = workshop.folder({
    "transactions.csv": spoiled,
    "customers.csv": "customer_id,parent_id\nc1,c1\n",
    "costs.csv": "customer_id,period,cost\nghost,2024,10\n",
  });
  const notices = (await publishFolder(folder, "executives")).cube("notices");
  expect(JSON.stringify(notices)).not.toMatch(/ghost|c1|csv/);
  expect(notices.map(({code, rows, ids, day, is_warning}) => [code, rows, ids, day, is_warning])).toEqual([
    ["unmatched", null, null, null, true],
    ["last_day_apart", 1, null, "2099-12-31", true],
    ["own_parent", null, null, null, false],
  ]);
});
