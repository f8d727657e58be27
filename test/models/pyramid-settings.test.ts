import {describe, expect, it} from "vitest";
import {checkFeeCategories, checkPyramids} from "../../loaders/models/pyramid-settings.js";
import {HandTables, settings} from "./hand-tables.js";

describe("settings of the pyramids", () => {
  it("that can't hold together are refused by name", () => {
    const metal = {diamond: 0.8, gold: 0.8, brass: 0.95};
    expect(() => checkPyramids(settings)).not.toThrow();
    expect(() => checkPyramids({...settings, metal})).toThrow(/metal\.diamond = 0\.8, gold = 0\.8/);
    const chase = {...settings.chase, green_times: 5};
    expect(() => checkPyramids({...settings, chase})).toThrow(/chase\.blue_times = 5: must be above/);
    expect(() => checkPyramids({...settings, chase: {...settings.chase, blue: 5}})).toThrow(
      /give chase\.green too/,
    );
  });

  it("that name a fee category which nobody has bought are refused with the nearest one", async () => {
    const tables = await HandTables.open();
    const check = (...fee_categories: string[]): Promise<void> =>
      checkFeeCategories(tables.connection, {...settings, chase: {...settings.chase, fee_categories}});
    await check();
    await expect(check("service")).rejects.toThrow(/the transactions have no category/);
    await tables.fill("purchases_by_category", [
      {customer_id: "a", month: "2025-01-01", category: "Services", amount: 1},
      {customer_id: "a", month: "2025-01-01", category: "Bearings", amount: 1},
    ]);
    await check("Services");
    await expect(check("Services", "Servces")).rejects.toThrow(
      'report.toml: chase.fee_categories has "Servces": no such category; did you mean Services?',
    );
    await expect(check("rent")).rejects.toThrow(/there are Bearings, Services/);
    tables.close();
  });
});
