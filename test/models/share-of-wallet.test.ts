import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Finished, publishFolder, scoreFolder, Workshop} from "../warehouse/published.js";

describe("share-of-wallet stages", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => workshop.remove());

  const stagesOf = async (
    scored: Finished,
    asOf = "2025-12-31",
  ): Promise<Record<string, [string, string | null]>> => {
    const rows = await scored.query<{
      customer_id: string;
      wallet_stage: string;
      wallet_gap: string | null;
    }>(`SELECT customer_id, wallet_stage, wallet_gap FROM scores WHERE as_of = '${asOf}'`);
    return Object.fromEntries(rows.map((row) => [row.customer_id, [row.wallet_stage, row.wallet_gap]]));
  };

  it("change at 0, 50 and 80 percent, told by a share", async () => {
    const scored = await scoreFolder(
      workshop.folder({
        "transactions.csv":
          "customer_id,ordered_on,amount\nlost,2025-01-05,100\nsilent,2025-01-05,1\nnow,2025-12-31,1\n",
        "wallets.csv": `customer_id,as_of,share_pct
never,2025-12-31,0
lost,2025-12-31,0
little,2025-12-31,0.01
almost,2025-12-31,49.99
half,2025-12-31,50
more,2025-12-31,79.99
eighty,2025-12-31,80
all,2025-12-31,100
`,
      }),
    );
    const stages = Object.fromEntries(
      Object.entries(await stagesOf(scored)).map(([customer, [stage]]) => [customer, stage]),
    );
    expect(stages).toEqual({
      never: "development",
      lost: "interrupted",
      little: "initial",
      almost: "initial",
      half: "stable",
      more: "stable",
      eighty: "strategic",
      all: "strategic",
      silent: "unknown",
      now: "unknown",
    });
  });

  it("are none for who only gave back, with or without a figure, until its first order", async () => {
    const scored = await scoreFolder(
      workshop.folder({
        "transactions.csv": `customer_id,ordered_on,amount
back,2025-06-01,-5
share,2025-06-01,-5
bare,2025-06-01,-5
later,2025-06-01,-5
later,2025-11-01,100
now,2025-01-05,1
`,
        "wallets.csv": `customer_id,as_of,category_spend,share_pct
back,2025-07-31,100,0
share,2025-07-31,100,60
later,2025-07-31,100,0
prospect,2025-07-31,100,0
`,
        "report.toml": 'as_of = "2025-12-31"\n',
      }),
    );
    const none = ["none", "100.0000"];
    const at = await stagesOf(scored, "2025-09-30");
    expect([at.back, at.later, at.prospect]).toEqual([none, none, ["development", "100.0000"]]);
    expect([at.share, at.bare]).toEqual([
      ["none", "100.0000"],
      ["none", null],
    ]);
    expect(await stagesOf(scored)).toMatchObject({
      back: none,
      later: ["interrupted", "100.0000"],
      prospect: ["development", "100.0000"],
    });
  });

  it("change at the same edges told by money, with the gap that others get", async () => {
    const scored = await scoreFolder(
      workshop.folder({
        "transactions.csv": `customer_id,ordered_on,amount
tie,2025-06-01,24.24
half,2025-06-01,0.07
below,2025-06-01,4999.99
past,2024-12-31,100
edge,2025-01-01,60
back,2025-06-01,100
back,2025-07-01,-100
lossy,2024-06-01,100
lossy,2025-07-01,-10
now,2025-12-31,1
`,
        "wallets.csv": `customer_id,as_of,category_spend
tie,2025-12-31,30.30
half,2025-12-31,0.14
below,2025-12-31,10000
past,2025-12-31,100
edge,2025-12-31,100
back,2025-12-31,50
lossy,2025-12-31,50
never,2025-12-31,0
`,
      }),
    );
    expect(await stagesOf(scored)).toEqual({
      tie: ["strategic", "6.0600"],
      half: ["stable", "0.0700"],
      below: ["initial", "5000.0100"],
      // A year of the figure that ends on 2025-12-31 begins on 2025-01-01.
      past: ["interrupted", "100.0000"],
      edge: ["stable", "40.0000"],
      back: ["interrupted", "50.0000"],
      lossy: ["interrupted", "50.0000"],
      never: ["development", "0.0000"],
      now: ["unknown", null],
    });
  });

  it("leave the gap unknown where a share of 0% comes without a spend", async () => {
    const scored = await scoreFolder(
      workshop.folder({
        "transactions.csv": "customer_id,ordered_on,amount\nlost,2025-01-05,100\nhalf,2025-12-31,50\n",
        "wallets.csv": "customer_id,as_of,share_pct\nlost,2025-12-31,0\nhalf,2025-12-31,50\n",
      }),
    );
    expect(await stagesOf(scored)).toEqual({
      lost: ["interrupted", null],
      half: ["stable", "50.0000"],
    });
  });

  it("take the newest figure by each date, and none before the first", async () => {
    const published = await publishFolder(
      workshop.folder({
        "transactions.csv": "customer_id,ordered_on,amount\na,2025-01-05,10\na,2025-12-31,1\n",
        "wallets.csv":
          "customer_id,as_of,share_pct\na,2025-06-15,90\na,2025-11-01,20\nprospect,2025-09-30,0\n",
      }),
    );
    const stages = published.cube("wallet").map((row) => [row.as_of, row.stage, row.customers]);
    expect(stages).toEqual([
      ["2025-03-31", "unknown", 1],
      ["2025-06-30", "strategic", 1],
      ["2025-09-30", "development", 1],
      ["2025-09-30", "strategic", 1],
      ["2025-12-31", "development", 1],
      ["2025-12-31", "initial", 1],
    ]);
  });

  it("set thresholds and period by the settings", async () => {
    const scored = await scoreFolder(
      workshop.folder({
        "transactions.csv":
          "customer_id,ordered_on,amount\na,2025-10-05,30\na,2025-03-01,50\na,2025-12-31,1\n",
        "wallets.csv": "customer_id,as_of,category_spend\na,2025-12-31,100\n",
        "report.toml": "[wallet]\nperiod_months = 3\nstable_from = 0.3\nstrategic_from = 0.31\n",
      }),
    );
    expect(await stagesOf(scored)).toEqual({a: ["strategic", "69.0000"]});
  });
});
