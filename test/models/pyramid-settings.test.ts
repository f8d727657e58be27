import {describe, expect, it} from "vitest";
import {checkPyramids} from "../../loaders/models/pyramid-settings.js";
import {settings} from "./hand-tables.js";

describe("settings of the pyramids", () => {
  it("that can't hold together are refused by name", () => {
    const metal = {diamond: 0.8, gold: 0.8, brass: 0.95};
    expect(() => checkPyramids(settings)).not.toThrow();
    expect(() => checkPyramids({...settings, metal})).toThrow(/metal\.diamond = 0\.8, gold = 0\.8/);
    const chase = {...settings.chase, green_share: 0.01};
    expect(() => checkPyramids({...settings, chase})).toThrow(/chase\.blue_share = 0\.01: must be above/);
    expect(() => checkPyramids({...settings, chase: {...settings.chase, blue: 5}})).toThrow(
      /give chase\.green too/,
    );
  });
});
