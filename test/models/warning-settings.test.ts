import {describe, expect, it} from "vitest";
import {UserError} from "../../loaders/errors.js";
import {warningVariables} from "../../loaders/models/warning-settings.js";
import {parseSettings} from "../../loaders/settings.js";

describe("the settings of warnings", () => {
  it("are variables of the SQL, with the defaults of an empty file", () => {
    expect(warningVariables(parseSettings(""))).toMatchObject({
      silence_quantile: "0.9",
      silence_gaps: "4",
      drop_below: "0.7",
      lapse_days: "180",
      backtest_months: "3",
      stale_after_days: "180",
      warning_complaint_hours: "36",
    });
    expect(warningVariables(parseSettings('[backtest]\nspacing = "month"\n')).backtest_months).toBe("1");
  });
  it("are refused where they contradict each other, by name", () => {
    const fails = (toml: string, message: RegExp): void => {
      expect(() => parseSettings(toml)).toThrow(UserError);
      expect(() => parseSettings(toml)).toThrow(message);
    };
    fails(
      "[warning]\ncontrol_times = 3\n",
      /warning\.control_times = 3: must not be above recovery_times = 2/,
    );
    fails("[warning]\nreplace_low = 7\n", /warning\.replace_low = 7: must not be above replace_high = 6/);
    fails("[warning]\nsilence_quantile = 1\n", /warning\.silence_quantile = 1/);
    fails("[warning]\nsilent_gaps = 4\n", /no setting "warning\.silent_gaps"; did you mean silence_gaps/);
    fails('[backtest]\nspacing = "week"\n', /backtest\.spacing = "week"/);
  });
});
