import type {PyramidRow} from "../../cubes/value.js";
import {rowCells, whyEmpty} from "../absent.js";
import {type BarGroup, type GroupBar, groupBars} from "../charts/group-bars.js";
import {pyramidBars} from "../charts/pyramid-bars.js";
import {cellMark} from "../drill/cell-mark.js";
import {count, day, exactMoney, money, percent} from "../formats.js";
import {outsideWords} from "../outside-words.js";
import {settingOf, settingText, threshold} from "../settings-in-force.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label} from "../terms.js";
import {classLabel} from "../value-terms.js";
import {windowWords} from "../window-words.js";
import type {Exhibit} from "./exhibit.js";

type Pyramid = PyramidRow["pyramid"];

/** The levels of each pyramid from the highest. */
export const levelOrders: Record<Pyramid, readonly string[]> = {
  metal: ["diamond", "gold", "brass", "lead"],
  hsbc: ["A", "B", "C", "D", "E", "F", "G"],
  chase: ["blue", "green", "red", "transfer", "exit", "other"],
  value_type: ["mvc", "mgc", "migrator", "below_zero"],
};

const colours: Record<string, string> = {
  diamond: "metal-diamond",
  gold: "metal-gold",
  brass: "metal-brass",
  lead: "metal-lead",
  blue: "chase-blue",
  green: "chase-green",
  red: "chase-red",
  transfer: "same",
  exit: "same",
  other: "same",
  E: "same",
  F: "same",
  G: "same",
  below_zero: "down",
};

export const pyramidTitles: Record<Pyramid, {en: string; zh: string}> = {
  metal: {
    en: "The migration pyramid: diamond, gold, brass, lead",
    zh: "客户金字塔：钻石、黄金、黄铜、重铅",
  },
  hsbc: {en: "HSBC’s pyramid: loyalty against value", zh: "汇丰客户金字塔：忠诚与价值"},
  chase: {en: "Chase’s groups by yearly benefit", zh: "大通客户分组：按年综合效益"},
  value_type: {en: "Customer value types", zh: "客户价值分类"},
};

function rowsAt({cubes}: Site, pyramid: Pyramid, as_of = cubes.report.as_of): PyramidRow[] {
  return (cubes.find("pyramid") ?? []).filter((r) => r.pyramid === pyramid && r.as_of === as_of);
}

/** The levels of a pyramid at a date, highest first; those who only gave back stand in none of them. */
export function levelsAt(site: Site, pyramid: Pyramid, as_of = site.cubes.report.as_of): PyramidRow[] {
  const rows = rowsAt(site, pyramid, as_of);
  return levelOrders[pyramid].flatMap((level) => rows.filter((r) => r.level === level));
}

/** Rules and their source, for each pyramid, with the thresholds in force. */
export function pyramidRule(site: Site, pyramid: Pyramid): string {
  const zh = site.locale === "zh";
  const share = (key: string, otherwise: number): string => threshold(settingOf(site, key, otherwise));
  const times = (key: string, otherwise: number): string => String(settingOf(site, key, otherwise));
  switch (pyramid) {
    case "metal":
      return zh
        ? `按${site.cubes.report.has_profit ? "利润" : "收入"}从大到小累计：钻石至正值合计的${share("metal.diamond", 0.5)}，黄金至${share("metal.gold", 0.8)}，黄铜至${share("metal.brass", 0.95)}，其余及不赢利者为重铅。名称出自文献，分界为自定`
        : `By cumulative ${site.cubes.report.has_profit ? "profit" : "revenue"}, largest first: diamond to ${share("metal.diamond", 0.5)} of the positive total, gold to ${share("metal.gold", 0.8)}, brass to ${share("metal.brass", 0.95)}, lead the rest and those who bring none. The names are the source’s, the lines are chosen`;
    case "hsbc":
      return zh
        ? `忠诚得分与价值得分均为0至1，分界为${share("hsbc.loyalty", 0.5)}与${share("hsbc.value", 0.6)}（自定）。分组出自文献；文中称六组而列七组，此处全列。E、F、G不参与评分`
        : `Scores for loyalty and value from 0 to 1, cut at ${share("hsbc.loyalty", 0.5)} and ${share("hsbc.value", 0.6)} (chosen). The groups are the source’s: it says six and lists seven, and all seven are shown. E, F and G are not scored`;
    case "chase": {
      const [blue, green] = [settingText(site, "chase.blue"), settingText(site, "chase.green")];
      const lines =
        blue !== null && green !== null
          ? zh
            ? `蓝色为年综合效益${blue}及以上，绿色为${green}及以上（设置）`
            : `blue from a yearly benefit of ${blue}, green from ${green} (settings)`
          : zh
            ? `蓝色为年综合效益达有效益客户均值的${times("chase.blue_times", 5)}倍及以上，或手续费业务达${times("chase.blue_fee_times", 3)}倍；绿色为${times("chase.green_times", 3)}倍，或手续费业务${times("chase.green_fee_times", 1)}倍；随业务规模调整（自定；文献为500万与300万、300万与100万美元）`
            : `blue from a yearly benefit of ${times("chase.blue_times", 5)} times the mean of those who bring one, or ${times("chase.blue_fee_times", 3)} times in fee business; green from ${times("chase.green_times", 3)}, or ${times("chase.green_fee_times", 1)} in fees: so the lines scale with the business (chosen; the source’s own are US$ 5m or 3m, and 3m or 1m)`;
      return zh
        ? `${lines}。需求复杂指一年内购买${times("chase.simple_categories", 2)}个以上品类，或有${times("chase.simple_complaints", 2)}次以上成立的抱怨（自定）`
        : `${lines.charAt(0).toUpperCase()}${lines.slice(1)}. Needs are complex with more than ${times("chase.simple_categories", 2)} categories bought, or more than ${times("chase.simple_complaints", 2)} valid complaints, in the year (chosen)`;
    }
    case "value_type":
      return zh
        ? `名称出自文献，规则为自定：MVC为生命周期价值最高的${share("value_types.mvc", 0.2)}；MGC为潜力与现状差距最大的${share("value_types.mgc", 0.2)}；零点以下为生命周期价值${site.cubes.has("costs") ? "扣除至今的服务成本后" : ""}为负${site.cubes.has("costs") ? "（生命周期价值页为扣除之前）" : ""}；迁移为至今价值高而活跃概率或订单趋势正在下降。同一客户可属几类`
        : `The names are the source’s, the rules chosen: MVC, the top ${share("value_types.mvc", 0.2)} by lifetime value; MGC, the ${share("value_types.mgc", 0.2)} with the largest gap between potential and today; below zero, a negative lifetime value${site.cubes.has("costs") ? " after what it cost to serve so far (the page on lifetime value counts before that)" : ""}; migrators, worth much so far with P(alive) or the trend of orders falling. A customer may be of several types`;
  }
}

/** What a level's bars stand for: the migration pyramid has a panel of its own. */
function markOf({pyramid, level, customers}: PyramidRow): string | undefined {
  if (!customers) return undefined;
  return pyramid === "metal" ? `metal:${level}` : cellMark("pyramids", {pyramid, level});
}

/** One pyramid: its levels by share of customers and of money. */
export function pyramidExhibit(site: Site, args: readonly string[]): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const pyramid = args[0] as Pyramid;
  if (!Object.hasOwn(levelOrders, pyramid))
    throw new Error(`"${args[0]}" is no pyramid: metal, hsbc, chase or value_type`);
  const rows = levelsAt(site, pyramid);
  const outside = rowsAt(site, pyramid).filter((r) => r.level === "none" && r.customers !== 0);
  const kpis = cubes.read("kpis").find((k) => k.role === "now");
  const value = report.has_profit ? ("profit" as const) : ("revenue" as const);
  const sum = (of: "customers" | "revenue" | "profit"): number | null =>
    rows.reduce<number | null>((s, r) => (s === null || r[of] === null ? null : s + r[of]), 0);
  // Types overlap, so that their sum is no whole.
  const wholes =
    pyramid === "value_type"
      ? {customers: kpis?.customers ?? null, revenue: kpis?.revenue ?? null, profit: kpis?.profit ?? null}
      : {customers: sum("customers"), revenue: sum("revenue"), profit: sum("profit")};
  const name = (level: string): string => classLabel(pyramid, level, locale);
  const quantities = (["customers", value] as const).map((key) => ({
    key,
    name: label(
      key === "customers" ? "share_customers" : key === "profit" ? "share_profit" : "share_revenue",
      locale,
    ),
  }));
  const bars: GroupBar[] = quantities.flatMap(({key}) =>
    rows.map((r) => {
      const [x, whole] = [r[key], wholes[key]];
      const share = x !== null && whole !== null && whole > 0 ? x / whole : null;
      const exact = x === null ? "–" : key === "customers" ? count(x, locale) : exactMoney(x, report, locale);
      const written = x === null ? "–" : key === "customers" ? count(x, locale) : money(x, report, locale);
      return {
        group: r.level,
        quantity: key,
        share,
        text: share === null ? written : `${percent(share, locale)} · ${written}`,
        exact: share === null ? exact : `${percent(share, locale)} · ${exact}`,
        suppressed: r.suppressed,
        mark: markOf(r),
      };
    }),
  );
  const groups: BarGroup[] = rows.map((r) => ({
    key: r.level,
    name: name(r.level),
    colour: colours[r.level] ?? "heat-4",
  }));
  const top = rows[0];
  const topShare = (key: "customers" | "revenue" | "profit"): number | null =>
    top && top[key] !== null && (wholes[key] ?? 0) > 0 ? top[key] / wholes[key]! : null;
  const [few, much] = [topShare("customers"), topShare(value)];
  return {
    id: `pyramid-${pyramid.replace("_", "-")}`,
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title: pyramidTitles[pyramid][locale],
    subtitle: `${pyramidRule(site, pyramid)}${zh ? "；" : "; "}${pyramid === "metal" ? windowWords(report, locale) : zh ? `截至${day(report.as_of, locale)}` : `as of ${day(report.as_of, locale)}`}${pyramid === "hsbc" ? (zh ? "；占比以全部客户与潜在客户计" : "; shares are of customers and prospects together") : ""}${outside.map((r) => `${zh ? "；" : "; "}${outsideWords(r.customers, locale)}`).join("")}`,
    says:
      top && few !== null && much !== null
        ? zh
          ? `“${name(top.level)}”占客户的${percent(few, locale)}，带来${percent(much, locale)}的${value === "profit" ? "利润" : "收入"}。`
          : `“${name(top.level)}” is ${percent(few, locale)} of customers and brings ${percent(much, locale)} of ${value}.`
        : !rows.some((r) => r.suppressed)
          ? top && few !== null
            ? zh
              ? `“${name(top.level)}”占客户的${percent(few, locale)}。`
              : `“${name(top.level)}” is ${percent(few, locale)} of customers.`
            : whyEmpty("nothing", locale)
          : zh
            ? "部分层级客户太少，占比已隐去。"
            : "Some levels hold too few customers for shares to be shown.",
    draw: (options) =>
      pyramid === "metal"
        ? pyramidBars(
            groups.map((g, i) => ({
              ...g,
              customers: bars.find((b) => b.group === g.key && b.quantity === "customers")!,
              money: bars.find((b) => b.group === g.key && b.quantity === value)!,
              mark: markOf(rows[i]!),
            })),
            {customers: quantities[0]!.name, money: quantities[1]!.name},
            options,
          )
        : groupBars(groups, quantities, bars, options),
    twin: table(
      pyramidTitles[pyramid][locale],
      [
        {head: label("level", locale)},
        {head: label(pyramid === "hsbc" ? "accounts" : "customers", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("profit", locale), number: true},
        {head: label("clv", locale), number: true},
      ],
      [...rows, ...outside].map((r) => {
        const as = rowCells(r, report, locale);
        return {
          cells: [
            name(r.level),
            as.count(r.customers),
            as.money(r.revenue),
            as.profit(r.profit),
            as.money(r.clv),
          ],
        };
      }),
    ),
  };
}
