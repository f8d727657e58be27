import {existsSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {publish} from "../loaders/publish.js";
import {cube} from "../loaders/publisher.js";
import {publishFolder, Workshop} from "./warehouse/published.js";

const files = {
  "transactions.csv": `customer_id,ordered_on,amount\n${Array.from({length: 30}, (_, i) => `c${i},2025-01-05,${i}`).join("\n")}\n`,
};

describe("publish", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => {
    delete process.env.GUANXI_CUBES;
    delete process.env.GUANXI_DATA;
    workshop.remove();
  });

  it("takes the audience of the settings, and the one it is asked for before that", async () => {
    const data = workshop.folder({...files, "report.toml": 'audience = "account-team"\n'});
    const silent = (): void => {};
    const own = await publish({data, progress: silent});
    const asked = await publish({data, audience: "executives", progress: silent});
    expect([own.audience, asked.audience]).toEqual(["account-team", "executives"]);
    expect(own.key).not.toBe(asked.key);
    expect(own.warehouse).toBe(asked.warehouse);
    expect(existsSync(join(own.directory, "rfm-members.json"))).toBe(true);
    expect(existsSync(join(asked.directory, "rfm-members.json"))).toBe(false);
  });

  it("gives a data loader its cube from the build's publication, or from one of its own", async () => {
    const data = workshop.folder(files);
    const published = await publishFolder(data, "executives");
    process.env.GUANXI_DATA = data;
    expect(await cube("rfm")).toBe(published.bytes()["rfm.json"]);
    process.env.GUANXI_CUBES = published.directory;
    process.env.GUANXI_DATA = join(data, "nowhere");
    expect(await cube("kpis")).toBe(published.bytes()["kpis.json"]);
    // What the audience may not have is an empty list, so that its page can say so.
    expect(await cube("rfm-members")).toBe("[]");
  });

  it("tells absent exports and absent profit from zero", async () => {
    const published = await publishFolder(workshop.folder(files));
    expect(published.cube("report").exports).toEqual({
      transactions: true,
      customers: false,
      relationships: false,
      wallets: false,
      interactions: false,
      complaints: false,
      surveys: false,
      events: false,
      costs: false,
    });
    const absent = published.cube("inputs").filter((row) => row.export !== "transactions");
    expect(absent.map(({present, rows_read, hash}) => [present, rows_read, hash])).toEqual(
      Array.from({length: 8}, () => [false, 0, null]),
    );
    expect(published.cube("ledger").profit).toBeNull();
    expect(published.cube("rfm").every((row) => row.profit === null)).toBe(true);
  });

  it("counts what comes after the as-of date and leaves it out", async () => {
    const published = await publishFolder(
      workshop.folder({
        ...files,
        "report.toml": "as_of = 2025-01-05\n",
        "transactions.csv": `${files["transactions.csv"]}c1,2025-02-01,1000\nlate,2025-02-01,7\n`,
      }),
    );
    expect(published.cube("ledger")).toMatchObject({customers: 30, revenue: 43_500, lines_after_as_of: 2});
    expect(published.cube("inputs")[0]).toMatchObject({rows_used: 32, money_used: 144_200});
  });

  it("holds money in the minor units of the currency", async () => {
    const yen = await publishFolder(
      workshop.folder({...files, "report.toml": 'currency = "JPY"\nminor_digits = 0\n'}),
    );
    expect(yen.cube("ledger").revenue).toBe(435);
    expect(yen.cube("report")).toMatchObject({currency: "JPY", minor_digits: 0});
  });
});
