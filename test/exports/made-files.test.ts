import {mkdirSync, readFileSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {UserError} from "../../loaders/errors.js";
import {Workshop} from "../warehouse/published.js";
import {readFolder} from "./read-case.js";

const purchases = "SELECT customer_id, day, amount FROM purchases ORDER BY customer_id, day";
const text = "customer_id,ordered_on,amount\na,2025-01-05,10\nb,2025-01-06,5\n";

/** 客户,日期,金额 and a row for 张三, in GBK: Node writes no GBK, so its bytes stand here. */
const gbk = Buffer.concat([
  Buffer.from("bfcdbba72cc8d5c6da2cbdf0b6ee0a", "hex"),
  Buffer.from("d5c5c8fd", "hex"),
  Buffer.from(",2025-01-05,10\nb,2025-01-06,5\n"),
]);
const chinese = '[transactions.columns]\ncustomer_id = "客户"\nordered_on = "日期"\namount = "金额"\n';

describe("a file that is not plain UTF-8", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => workshop.remove());

  const errorOf = async (folder: string): Promise<string> => {
    const error = await readFolder(folder).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message.replaceAll(folder, "{folder}");
  };

  it("is read as GBK where the settings say so", async () => {
    const folder = workshop.folder({
      "transactions.csv": gbk,
      "report.toml": `[transactions]\nencoding = "gbk"\n${chinese}`,
    });
    expect(await (await readFolder(folder)).query("transactions", purchases)).toEqual([
      ["b", "2025-01-06", "5.0000"],
      ["张三", "2025-01-05", "10.0000"],
    ]);
  });

  it("says that GBK is not UTF-8, by the line, in the header and below it", async () => {
    const message = (line: number): string =>
      `{folder}/transactions.csv:${line}: holds bytes that are not UTF-8; set the file's encoding in report.toml, such as encoding = "gb18030" for GBK`;
    expect(await errorOf(workshop.folder({"transactions.csv": gbk, "report.toml": chinese}))).toBe(
      message(1),
    );
    const below = Buffer.concat([
      Buffer.from(text),
      Buffer.from("d5c5c8fd2c323032352d30312d30352c310a", "hex"),
    ]);
    expect(await errorOf(workshop.folder({"transactions.csv": below}))).toBe(message(4));
    const far = Buffer.concat([
      Buffer.from(text + "c,2025-01-05,1\n".repeat(30_000)),
      below.subarray(text.length),
    ]);
    expect(await errorOf(workshop.folder({"transactions.csv": far}))).toBe(
      message(30_004).replace("{folder}/", ""),
    );
    const spaced = Buffer.concat([
      Buffer.from("customer_id ordered_on amount\n"),
      Buffer.from("d5c5c8fd", "hex"),
      Buffer.from(" 2025-01-05 1\n"),
    ]);
    expect(
      await errorOf(
        workshop.folder({
          "transactions.csv": spaced,
          "report.toml": '[transactions]\ndelimiter = "whitespace"\n',
        }),
      ),
    ).toBe(message(2));
  });

  it("says where the encoding of the settings is wrong or unknown", async () => {
    const settings = (encoding: string): string => `[transactions]\nencoding = "${encoding}"\n`;
    const wrong = Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xff, 0x0a])]);
    expect(
      await errorOf(workshop.folder({"transactions.csv": wrong, "report.toml": settings("gb18030")})),
    ).toBe(
      '{folder}/transactions.csv: holds bytes that are not gb18030; set the file\'s own encoding in report.toml, such as encoding = "gb18030"',
    );
    expect(await errorOf(workshop.folder({"transactions.csv": text, "report.toml": settings("utf-9")}))).toBe(
      'report.toml: transactions.encoding = "utf-9": not a known encoding; try "utf-8", "gb18030" (GBK), "utf-16le" or "windows-1252"',
    );
  });

  for (const [name, bytes] of [
    ["UTF-16, low byte first", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16, high byte first", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["UTF-8 with a byte-order mark", Buffer.from(`\ufeff${text}`)],
  ] as const) {
    it(`tells ${name} by its mark`, async () => {
      const folder = workshop.folder({"transactions.csv": bytes});
      expect(await (await readFolder(folder)).query("transactions", purchases)).toEqual([
        ["a", "2025-01-05", "10.0000"],
        ["b", "2025-01-06", "5.0000"],
      ]);
    });
  }

  it("is unpacked where it is packed, each of two namesakes by itself", async () => {
    const folder = workshop.folder({
      "2024/x.csv.gz": gzipSync(text),
      "2025/x.csv.gz": gzipSync(text.replaceAll("2025", "2026")),
      "report.toml": '[transactions]\nfiles = ["2024/x.csv.gz", "2025/x.csv.gz"]\n',
    });
    expect(await (await readFolder(folder)).query("transactions", purchases)).toEqual([
      ["a", "2025-01-05", "10.0000"],
      ["a", "2026-01-05", "10.0000"],
      ["b", "2025-01-06", "5.0000"],
      ["b", "2026-01-06", "5.0000"],
    ]);
  });

  it("keeps the file's own name and line for a fault inside packed text", async () => {
    const folder = workshop.folder({"transactions.csv.gz": gzipSync(`${text}c,soon,1\n`)});
    const [row] = await (await readFolder(folder)).query("transactions", "SELECT example FROM quality");
    expect(row).toEqual([
      'transactions.csv.gz:4: ordered_on "soon" is not a date; name its format in report.toml with date_format',
    ]);
  });

  it("says that packed text was cut off", async () => {
    const folder = workshop.folder({"transactions.csv.gz": gzipSync(text.repeat(50)).subarray(0, 60)});
    expect(await errorOf(folder)).toBe(
      "{folder}/transactions.csv.gz: can't be unpacked; it may be truncated: unexpected end of file",
    );
  });
});

describe("Parquet", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => workshop.remove());

  /** Writes queries as Parquet files of one folder. */
  const parquet = async (files: Record<string, string>, settings = ""): Promise<string> => {
    const folder = workshop.folder({"report.toml": settings});
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    for (const [name, query] of Object.entries(files)) {
      mkdirSync(join(folder, name, ".."), {recursive: true});
      await connection.run(`COPY (${query}) TO '${join(folder, name)}' (FORMAT parquet)`);
    }
    connection.closeSync();
    instance.closeSync();
    return folder;
  };

  it("is read with its own types", async () => {
    const folder = await parquet({
      "transactions.parquet": `
        SELECT 17850::BIGINT AS customer_id, DATE '2025-01-05' AS ordered_on, 10.25::DECIMAL(10, 2) AS amount, 1::INTEGER AS quantity
        UNION ALL SELECT 17850, DATE '2025-01-06', -0.1, -2
        UNION ALL SELECT NULL, DATE '2025-01-06', 3, 1
        UNION ALL SELECT 2, NULL, 4, 1`,
    });
    const read = await readFolder(folder);
    expect(await read.query("transactions", purchases)).toEqual([
      ["17850", "2025-01-05", "10.2500"],
      ["17850", "2025-01-06", "-0.1000"],
    ]);
    expect(
      await read.query(
        "transactions",
        "SELECT reason, column_name, rows, money, example FROM quality ORDER BY reason",
      ),
    ).toEqual([
      ["blank", "ordered_on", "1", "4.0000", "transactions.parquet: ordered_on is empty"],
      ["no_customer", "customer_id", "1", "3.0000", null],
    ]);
  });

  it("is read with its moments, days among them, and its years as numbers", async () => {
    const folder = await parquet({
      "transactions.parquet": "SELECT 1 AS customer_id, DATE '2025-01-05' AS ordered_on, 10 AS amount",
      "complaints.parquet": `
        SELECT 1 AS customer_id, TIMESTAMP '2025-01-05 14:30:00' AS opened_on, DATE '2025-01-06' AS resolved_on
        UNION ALL SELECT 2, TIMESTAMP '1025-01-05 14:30:00', NULL`,
      "costs.parquet": "SELECT 1 AS customer_id, 2025.0::DOUBLE AS period, 12.5 AS cost",
    });
    const read = await readFolder(folder);
    expect(await read.query("complaints", "SELECT opened_at, resolved_at FROM complaints")).toEqual([
      ["2025-01-05 14:30:00", "2025-01-06 00:00:00"],
    ]);
    expect(await read.query("complaints", "SELECT reason, column_name, example FROM quality")).toEqual([
      ["bad_date", "opened_on", 'complaints.parquet: opened_on "1025-01-05 14:30:00" is not a date'],
    ]);
    expect(await read.query("costs", "SELECT period_from, period_to, cost FROM costs_to_serve")).toEqual([
      ["2025-01-01", "2025-12-31", "12.5000"],
    ]);
  });

  it("is read from doubles and moments, without the noise of a double and by the day in UTC", async () => {
    const folder = await parquet({
      "transactions.parquet": `
        SELECT 17850.0::DOUBLE AS customer_id, TIMESTAMP '2025-01-05 23:59:59' AS ordered_on, (0.1::DOUBLE + 0.2::DOUBLE) AS amount
        UNION ALL SELECT 'nan'::DOUBLE, TIMESTAMP '2025-01-05', 1
        UNION ALL SELECT 3, TIMESTAMP '2025-01-05', 'inf'::DOUBLE
        UNION ALL SELECT 4, TIMESTAMP '2025-01-05', 'nan'::DOUBLE`,
    });
    const zone = process.env.TZ;
    process.env.TZ = "Asia/Shanghai";
    try {
      const read = await readFolder(folder);
      expect(await read.query("transactions", purchases)).toEqual([["17850", "2025-01-05", "0.3000"]]);
      expect(
        await read.query("transactions", "SELECT reason, column_name, rows FROM quality ORDER BY reason"),
      ).toEqual([
        ["bad_number", "amount", "1"],
        ["blank", "amount", "1"],
        ["no_customer", "customer_id", "1"],
      ]);
      const moments = await parquet({
        "transactions.parquet":
          "SELECT 'a' AS customer_id, TIMESTAMPTZ '2025-01-05 23:30:00+00' AS ordered_on, 1 AS amount",
      });
      expect(await (await readFolder(moments)).query("transactions", purchases)).toEqual([
        ["a", "2025-01-05", "1.0000"],
      ]);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("may have its columns in another order and as other types in the next file", async () => {
    const folder = await parquet({
      "transactions/1.parquet": "SELECT 1 AS customer_id, DATE '2025-01-05' AS ordered_on, 10 AS amount",
      "transactions/2.parquet":
        "SELECT 5.5::DOUBLE AS amount, 'x' AS more, TIMESTAMP '2025-02-05 10:00:00' AS ordered_on, '2' AS customer_id",
    });
    expect(await (await readFolder(folder)).query("transactions", purchases)).toEqual([
      ["1", "2025-01-05", "10.0000"],
      ["2", "2025-02-05", "5.5000"],
    ]);
  });

  it("is found by its content where its name says nothing", async () => {
    const folder = await parquet(
      {"lines.bin": "SELECT 1 AS customer_id, DATE '2025-01-05' AS ordered_on, 10 AS amount"},
      '[transactions]\nfiles = "lines.bin"\nformat = "parquet"\n',
    );
    expect(await (await readFolder(folder)).query("transactions", purchases)).toEqual([
      ["1", "2025-01-05", "10.0000"],
    ]);
  });

  const cut =
    "SELECT range AS customer_id, DATE '2025-01-05' AS ordered_on, random() AS amount FROM range(20000)";
  for (const [how, spoil] of [
    ["was cut off", (file: string) => truncateSync(file, 4000)],
    ["is empty", (file: string) => truncateSync(file, 0)],
    ["is text", (file: string) => writeFileSync(file, text)],
    [
      "is damaged inside",
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0xaa, 20, 60_000);
        writeFileSync(file, bytes);
      },
    ],
  ] as const) {
    it(`that ${how} is a plain error with its name`, async () => {
      const folder = await parquet({"transactions.parquet": cut});
      spoil(join(folder, "transactions.parquet"));
      const error = await readFolder(folder).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).message).toMatch(
        /transactions\.parquet: can't be read as Parquet; it may be truncated: /,
      );
      expect((error as UserError).message).not.toContain("\n");
    });
  }
});

describe("two exports that both could be meant", () => {
  it("are named, and one must be chosen", async () => {
    const workshop = new Workshop();
    try {
      const folder = workshop.folder({"transactions.csv": text, "transactions.parquet": "x"});
      await expect(readFolder(folder)).rejects.toThrow(
        new UserError(
          `${folder}: transactions.csv and transactions.parquet both stand for transactions; name the one to read in report.toml: [transactions] files = "…"`,
        ),
      );
    } finally {
      workshop.remove();
    }
  });
});
