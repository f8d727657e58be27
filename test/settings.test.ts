import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {UserError} from "../loaders/errors.js";
import {nearest} from "../loaders/nearest.js";
import {identifier, literal} from "../loaders/quote.js";
import {parseSettings, readSettings} from "../loaders/settings.js";

describe("parseSettings", () => {
  it("gives every default for an empty file", () => {
    const settings = parseSettings("");
    expect(settings).toMatchObject({
      currency: "CNY",
      minor_digits: 2,
      audience: "executives",
      smallest_cell: 5,
      window: 365,
      rfm: {primary: "together"},
      pareto: {primary: "by-customers", customers_a: 0.2, customers_b: 0.7, value_a: 0.8, value_b: 0.15},
      grid: {preset: "A", contacts: "max", stale_after_days: 180},
      wallet: {stable_from: 0.5, strategic_from: 0.8, period_months: 12},
      transactions: {encoding: "utf-8", header: true, decimal: ".", on_bad_rows: "reject", columns: {}},
    });
  });

  it("takes a day as TOML writes it or as text, and a title in one or both languages", () => {
    expect(parseSettings("as_of = 2025-02-28\n").as_of).toBe("2025-02-28");
    expect(parseSettings('as_of = "2024-02-29"\n').as_of).toBe("2024-02-29");
    expect(parseSettings('title = "A"\n').title).toBe("A");
    expect(parseSettings('title = {en = "A", zh = "甲"}\n').title).toEqual({en: "A", zh: "甲"});
    expect(parseSettings("\ufeffmargin = 0.3\n").margin).toBe(0.3);
  });

  it("allows some of the grid's minimums to be set", () => {
    const {grid} = parseSettings('[grid.minimums]\npartner = {personal = 4, company = "shared vision"}\n');
    expect(grid.minimums).toEqual({partner: {personal: 4, company: "shared vision"}});
  });

  for (const [source, message] of [
    ["curency = 'USD'", 'report.toml: there is no setting "curency"; did you mean currency?'],
    [
      "[transaction]\nfiles = 'x'",
      'report.toml: there is no setting "transaction"; did you mean transactions?',
    ],
    [
      "[transactions]\nencodin = 'gbk'",
      'report.toml: there is no setting "transactions.encodin"; did you mean encoding?',
    ],
    [
      "[wallet]\nx = 1",
      'report.toml: there is no setting "wallet.x"; here are stable_from, strategic_from, period_months, mismatch_low_level, age_days, contact_days, senior_visit_days',
    ],
    ["currency = 'usd'", 'report.toml: currency = "usd": must be a three-letter code such as CNY or USD'],
    ["window = 'year'", 'report.toml: window = "year": must be "all" or a number of days'],
    ["window = 0", "report.toml: window = 0: too small: expected number to be >=1"],
    ["as_of = 'today'", 'report.toml: as_of = "today": must be a day such as 2025-12-31'],
    ["as_of = '2025-02-30'", 'report.toml: as_of = "2025-02-30": must be a day such as 2025-12-31'],
    ["margin = 30", "report.toml: margin = 30: too big: expected number to be <=1"],
    ["smallest_cell = 2.5", "report.toml: smallest_cell = 2.5: invalid input: expected int, received number"],
    [
      "[transactions.columns]\namount = 5",
      "report.toml: transactions.columns.amount = 5: invalid input: expected string, received number",
    ],
    [
      "[transactions]\ndelimiter = '||'",
      'report.toml: transactions.delimiter = "||": must be one character or "whitespace"',
    ],
    [
      "[transactions]\non_bad_rows = 'stop'",
      'report.toml: transactions.on_bad_rows = "stop": invalid option: expected one of "reject"|"fail"',
    ],
    [
      "[pareto]\ncustomers_a = 0.5\ncustomers_b = 0.6",
      "report.toml: pareto.customers_a + pareto.customers_b is above 1; class C would be empty",
    ],
    [
      "[pareto]\nvalue_a = 0.9",
      "report.toml: pareto.value_a + pareto.value_b is above 1; class C would be empty",
    ],
    ["[wallet]\nstable_from = 0.8", "report.toml: wallet.stable_from must be below wallet.strategic_from"],
    ["[grid]\npreset = 'C'", 'report.toml: grid.preset = "C": invalid option: expected one of "A"|"B"'],
  ] as const) {
    it(`says what is wrong with ${source.replaceAll("\n", " ")}`, () => {
      expect(() => parseSettings(source)).toThrow(new UserError(message));
    });
  }

  it("names every wrong key at once", () => {
    const error = catchError(() => parseSettings("curency = 'USD'\nmargin = -1\n"));
    expect(error.message.split("\n")).toEqual([
      "report.toml: margin = -1: too small: expected number to be >0",
      'report.toml: there is no setting "curency"; did you mean currency?',
    ]);
  });

  it("names the line of broken TOML", () => {
    expect(catchError(() => parseSettings("title = 'a'\nwindow = \n")).message).toMatch(
      /^report\.toml:2: not valid TOML: /,
    );
    expect(catchError(() => parseSettings("a = 1\na = 2\n")).message).toMatch(
      /^report\.toml:2: not valid TOML: /,
    );
  });

  it("takes no name from the prototype of objects for a setting", () => {
    for (const name of ["__proto__", "constructor", "toString"]) {
      const error = catchError(() => parseSettings(`${name} = 1\n`));
      expect(error.message).toContain(`there is no setting "${name}"`);
    }
  });
});

describe("readSettings", () => {
  it("names the file with its folder, and gives defaults where there is none", () => {
    const folder = mkdtempSync(join(tmpdir(), "guanxi-settings-"));
    try {
      expect(readSettings(folder)).toEqual(parseSettings(""));
      writeFileSync(join(folder, "report.toml"), "windw = 1\n");
      expect(() => readSettings(folder)).toThrow(
        new UserError(`${join(folder, "report.toml")}: there is no setting "windw"; did you mean window?`),
      );
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });
});

describe("a message about a setting", () => {
  it.each([
    ["title = 5", 'report.toml: title = 5: must be a text, or {en = "…", zh = "…"}'],
    [
      '[[actions]]\nmodel = "rfm"\nclass = "champions"\naction = "x"',
      'report.toml: actions.0.reason is missing: it must be a text, or {en = "…", zh = "…"}',
    ],
    [
      '[[actions]]\nclass = "champions"\naction = "x"\nreason = "y"',
      "report.toml: actions.0.model is missing: it must be a string",
    ],
    ["[transactions]\nfiles = 5", "report.toml: transactions.files = 5: must be a text, or a list of texts"],
    [
      "[grid.minimums.partner]\npersonal = true\ncompany = 3",
      "report.toml: grid.minimums.partner.personal = true: must be a level from 1 to 5, or a level's name",
    ],
  ])("says of %s what is wanted", (source, message) => {
    expect(catchError(() => parseSettings(source)).message.split("\n")[0]).toBe(message);
  });
});

describe("nearest", () => {
  it("gives the most likely name first, and none for a far one", () => {
    expect(nearest("CustomerID", ["Customer Id", "CustomerName", "Country"])[0]).toBe("Customer Id");
    expect(nearest("date", ["InvoiceDate", "Amount"])).toEqual(["InvoiceDate"]);
    expect(nearest("zzz", ["customer_id", "amount"])).toEqual([]);
    expect(nearest("客户号", ["客户编号", "金额"])).toEqual(["客户编号"]);
  });

  it("never gives more than three", () => {
    expect(nearest("col1", ["col2", "col3", "col4", "col5"])).toHaveLength(3);
  });
});

describe("quoting", () => {
  it("leaves no way out of an identifier or a text", () => {
    expect(identifier('a"; DROP TABLE x; --')).toBe('"a""; DROP TABLE x; --"');
    expect(literal("'); DROP TABLE x; --")).toBe("'''); DROP TABLE x; --'");
  });
});

function catchError(run: () => unknown): UserError {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return error as UserError;
  }
  throw new Error("nothing was thrown");
}
