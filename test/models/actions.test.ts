import {describe, expect, it} from "vitest";
import {UserError} from "../../loaders/errors.js";
import {
  type ActionSetting,
  actionClasses,
  actionsOf,
  approvers,
  readLibrary,
} from "../../loaders/models/actions.js";
import {standardSegments} from "../../loaders/models/segments.js";

const texts = actionsOf({}).flatMap(({action, reason, approver}) => [
  action,
  reason,
  ...(approver ? [approver] : []),
]);
const own: ActionSetting = {
  model: "metal",
  class: "gold",
  action: {en: "send the yearbook", zh: "寄送年册"},
  reason: "they asked",
};

describe("the action library", () => {
  it("has an action for every class of every model, and for no other", () => {
    const classes = Object.entries(actionClasses({})).flatMap(([model, names]) =>
      names.map((name) => `${model} ${name}`),
    );
    const covered = actionsOf({}).map((action) => `${action.model} ${action.class}`);
    expect([...new Set(covered)]).toEqual(classes);
    const written = Object.entries(readLibrary()).flatMap(([model, byClass]) =>
      Object.keys(byClass).map((name) => `${model} ${name}`),
    );
    expect([...written].sort()).toEqual([...classes].sort());
    expect(actionClasses({}).rfm_segment?.toSorted()).toEqual(Object.keys(standardSegments).sort());
  });

  it("is complete in both languages, in one line each, and each action of a class is another", () => {
    for (const {en, zh} of texts) {
      expect(en).toMatch(/^[\x20-\x7e]{8,}$/);
      expect(zh).toMatch(/\p{Script=Han}{2}/u);
      expect(`${en}${zh}`).not.toMatch(/[\n。.]$/);
      expect(zh).not.toMatch(/[,;:!?]/);
    }
    const keys = actionsOf({}).map((a) => `${a.model} ${a.class} ${a.action.en} ${a.action.zh}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("has the source's actions for the migration pyramid: lead 2, brass 3, gold 3, diamond 3", () => {
    const sourced = actionsOf({}).filter(({model, origin}) => model === "metal" && origin === "sourced");
    const words = (level: string): string[] =>
      sourced.filter((a) => a.class === level).map(({action}) => action.zh.split("：")[0]!);
    expect(words("lead")).toEqual(["上移", "减低利益"]);
    expect(words("brass")).toEqual(["上移", "维持", "减低利益"]);
    expect(words("gold")).toEqual(["上移", "延伸", "客户关怀"]);
    expect(words("diamond")).toEqual(["强化", "延伸", "忠诚维护"]);
  });

  it("has every price rise, cut benefit and exit as a draft that names its approver and says what remains or is risked", () => {
    const takesAway =
      /raise (the )?price|raise prices|\bcharge\b|base fee|cut benefits|avoid spending|shrink extras|end the relationship/i;
    const drafts = actionsOf({}).filter(({approver}) => approver !== null);
    for (const action of actionsOf({})) {
      expect([action.action.en, takesAway.test(action.action.en)]).toEqual([
        action.action.en,
        action.approver !== null,
      ]);
    }
    expect(new Set(drafts.map(({approver}) => approver!.en))).toEqual(
      new Set(Object.values(approvers).map(({en}) => en)),
    );
    for (const {reason} of drafts) {
      expect(reason.en).toMatch(/floor of service stays|at risk|weighed/i);
      expect(reason.zh).toMatch(/服务底线|风险|权衡/);
    }
  });

  it("takes no protected attribute into account and has none of the practices that are left out", () => {
    for (const {en, zh} of texts) {
      expect(en).not.toMatch(
        /\b(age|gender|sex|women|men|race|ethnic\w*|religio\w*|nationalit\w*|marital|disab\w*|pregnan\w*)\b/i,
      );
      expect(en).not.toMatch(/\b(informants?|conflicts?|faults?|bribe\w*|kickback\w*|gifts? to)\b/i);
      expect(zh).not.toMatch(/内线|线人|内部矛盾|放大|个人利益|桌底|灰色|贿|回扣|性别|年龄|民族|宗教|国籍/);
    }
  });
});

describe("actions of the reader's own", () => {
  it("stand after the library's of their class, or in their place, and leave the other classes as they are", () => {
    const standard = actionsOf({});
    const mine = {
      model: "metal",
      class: "gold",
      action: own.action,
      reason: {en: "they asked", zh: "they asked"},
      approver: null,
      origin: "settings",
    };
    const others = (rows: typeof standard) =>
      rows.filter((a) => !(a.model === "metal" && a.class === "gold"));
    const gold = (rows: typeof standard) => rows.filter((a) => a.model === "metal" && a.class === "gold");

    const added = actionsOf({actions: [own]});
    expect(gold(added)).toEqual([...gold(standard), mine]);
    expect(others(added)).toEqual(others(standard));

    const replaced = actionsOf({actions: [{...own, replace: true, approver: "the owner"}]});
    expect(gold(replaced)).toEqual([{...mine, approver: {en: "the owner", zh: "the owner"}}]);
    expect(others(replaced)).toEqual(others(standard));
  });

  it("may speak of the reader's own segments, and those of the standard table are then gone", () => {
    const rfm = {segments: {stars: ["45x45"], rest: ["123x12345", "45x123"]}};
    const star = {...own, model: "rfm_segment", class: "stars"};
    const segments = actionsOf({rfm, actions: [star]}).filter(({model}) => model === "rfm_segment");
    expect(segments.map((a) => a.class)).toEqual(["stars"]);
    expect(() => actionsOf({rfm, actions: [{...star, class: "champions"}]})).toThrow(UserError);
  });

  it("that name no model or no class are refused with the nearest names", () => {
    const message = (setting: Partial<ActionSetting>): string => {
      try {
        actionsOf({actions: [own, {...own, ...setting}]});
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        return (error as UserError).message;
      }
      return "accepted";
    };
    expect(message({model: "metals"})).toBe(
      'report.toml: actions[1].model = "metals": no such model; did you mean metal?',
    );
    expect(message({class: "diamnod"})).toBe(
      'report.toml: actions[1].class = "diamnod": no such class of metal; did you mean diamond?',
    );
    expect(message({class: "platinum"})).toBe(
      'report.toml: actions[1].class = "platinum": no such class of metal; there are diamond, gold, brass, lead',
    );
    expect(message({model: "toString"})).toMatch(/no such model; /);
  });

  it("can add to the floor of service and can't replace it", () => {
    const floor = {...own, model: "everyone", class: "everyone"};
    expect(actionsOf({actions: [floor]}).filter(({model}) => model === "everyone")).toHaveLength(2);
    expect(() => actionsOf({actions: [{...floor, replace: true}]})).toThrow(/the floor of service holds/);
  });
});
