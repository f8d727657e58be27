import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {actionsOf} from "../../loaders/models/actions.js";
import {customerView} from "../../src/components/customer/view.js";
import {movedMoneyExhibit, movementExhibit} from "../../src/components/exhibits/movement.js";
import {pyramidExhibit} from "../../src/components/exhibits/pyramids.js";
import {crossExhibit} from "../../src/components/exhibits/relationship/stage-cross.js";
import {walletExhibit} from "../../src/components/exhibits/relationship/wallet.js";
import {filterBar} from "../../src/components/filter/bar.js";
import {outsideWords} from "../../src/components/outside-words.js";
import type {Site} from "../../src/components/site.js";
import type {Cubes, Locale} from "../../src/cubes.js";
import {drawingOptions} from "./chart-rules.js";
import {customer} from "./customer/fixture-customer.js";
import {fixtureCubes} from "./fixtures/cubes.js";

const {document} = new JSDOM("").window;
const plain = fixtureCubes();
const {as_of} = plain.report;

/** The fixture with `customers` who only gave back beside everyone else; `null` where they are too few to be told. */
function withRefunds(customers: number | null): Cubes {
  const suppressed = customers === null;
  const money = suppressed ? null : -700;
  const counted = {customers, revenue: money, profit: money, suppressed};
  const year = plain.movement.filter((r) => r.model === "metal");
  return {
    ...plain,
    pyramid: [
      ...plain.pyramid,
      ...(["metal", "hsbc", "chase"] as const).map((pyramid) => ({
        as_of,
        pyramid,
        level: "none",
        ...counted,
        clv: null,
      })),
    ],
    movement: [
      ...plain.movement,
      ...(["frozen", "recomputed"] as const).flatMap((thresholds) =>
        [...new Set(year.map(({from}) => from))].map((from) => ({
          ...{model: "metal" as const, from, to: as_of, thresholds, from_class: "none", to_class: "none"},
          ...{customers, money_before: money, money_after: money, suppressed},
        })),
      ),
    ],
    wallet: [
      ...plain.wallet,
      {as_of, stage: "none", ...counted, category_spend: money, ours: money, gap: money},
    ],
    "stage-cross": [
      ...plain["stage-cross"],
      {grid_stage: "initial", wallet_stage: "none", customers, revenue: money, suppressed},
    ],
  };
}

function site(cubes: Cubes, locale: Locale = "en"): Site {
  const {report} = cubes;
  const reader: Site["cubes"] = {
    report,
    has: (name) => report.exports[name],
    read: (name) => cubes[name],
    find: (name) => cubes[name] ?? null,
  };
  return {cubes: reader, locale, document};
}

const exhibits = {
  metal: (s: Site) => pyramidExhibit(s, ["metal"]),
  hsbc: (s: Site) => pyramidExhibit(s, ["hsbc"]),
  chase: (s: Site) => pyramidExhibit(s, ["chase"]),
  wallet: (s: Site) => walletExhibit(s, false),
  cross: (s: Site) => crossExhibit(s),
  moves: (s: Site) => movementExhibit(s, ["metal", "frozen"]),
};

describe("those who only gave back", () => {
  it.each(Object.entries(exhibits))(
    "are counted beside the classes, and change none of their counts: %s",
    (name, exhibit) => {
      const [without, beside, hidden] = [plain, withRefunds(4), withRefunds(null)].map((cubes) =>
        exhibit(site(cubes)),
      );
      expect(without!.subtitle).not.toContain("refunds only");
      expect(beside!.subtitle).toBe(`${without!.subtitle}; 4 accounts with refunds only stand outside`);
      expect(hidden!.subtitle).toBe(`${without!.subtitle}; a few accounts with refunds only stand outside`);
      expect(beside!.says).toBe(without!.says);
      const bars = (one: typeof beside): string => JSON.stringify(one!.draw(drawingOptions("chart")));
      expect(bars(beside)).toBe(bars(without));
      if (name !== "moves") expect(String(beside!.twin)).toMatch(/refunds only/i);
      expect(exhibit(site(withRefunds(4), "zh")).subtitle).toContain("；另有4位仅有退款，不归入任何一类");
    },
  );

  it("are told as one and as many", () => {
    expect(outsideWords(1, "en")).toBe("1 account with refunds only stands outside");
    expect(outsideWords(1200, "en")).toBe("1,200 accounts with refunds only stand outside");
    expect(outsideWords(null, "zh")).toBe("另有少数仅有退款，不归入任何一类");
  });

  it("neither stay nor move; who has ordered since is new", () => {
    const cubes = withRefunds(4);
    const [row] = cubes.movement.filter((r) => r.to_class === "none" && r.thresholds === "frozen");
    const since = {...row!, to_class: "lead", customers: 3, money_before: -30, money_after: 5};
    const sums = (of: Cubes): string => String(movedMoneyExhibit(site(of)).twin);
    expect(sums(cubes)).toBe(sums(plain));
    const added = {...cubes, movement: [...cubes.movement, {...since, from: row!.from}]};
    const number = (of: Cubes): number =>
      Number(/New since<\/th>\s*<td[^>]*>([\d,]+)/.exec(sums(of))![1]!.replaceAll(",", ""));
    expect(number(added)).toBe(number(plain) + 3);
  });

  it("may be filtered by where there are any", () => {
    const wallets = (cubes: Cubes): Cubes => ({
      ...cubes,
      report: {...cubes.report, filter_stage: "wallet"},
    });
    expect(String(filterBar(site(wallets(plain))))).not.toContain("Refunds only");
    expect(String(filterBar(site(wallets(withRefunds(4)))))).toMatch(
      /value="none" data-place="6">Refunds only/,
    );
  });

  it("get no suggestion by a class of purchases on their page, and the reason for it", () => {
    const {now, relationship, scores} = customer();
    const record = customer({
      now: {...now, is_customer: false, is_refund_only: true},
      scores: {...scores, abc: scores.abc.map(() => "none")},
      rfm: {...customer().rfm, r: null, f: null, m: null, segment: null, band: null},
      pyramids: {...customer().pyramids, metal: "none", hsbc: "none", chase: "none"},
      types: {...customer().types, mvc: null, mgc: null, below_zero: null, migrator: null},
      relationship: {...relationship, wallet_stage: "none"},
      alert: null,
    });
    for (const [locale, reason] of [
      ["en", "nothing is suggested by them"],
      ["zh", "因此不按这些类别提出建议"],
    ] as const) {
      const text = String(customerView(record, actionsOf({}), site(plain, locale)).body.text);
      const suggested = text.slice(text.indexOf(reason));
      expect(text).toContain(reason);
      for (const model of [
        "Migration pyramid: ",
        "HSBC: ",
        "Chase: ",
        "Wallet stage: ",
        "ABC: ",
        "份额阶段：",
      ])
        expect(suggested).not.toContain(model);
      expect(String(customerView(customer(), actionsOf({}), site(plain, locale)).body.text)).not.toContain(
        reason,
      );
    }
  });
});
