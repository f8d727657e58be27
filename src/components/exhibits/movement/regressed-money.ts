import type {MovementModel} from "../../../cubes/movement.js";
import {rowCells, whyEmpty} from "../../absent.js";
import {type GroupBar, groupBars} from "../../charts/group-bars.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, daySpan, money} from "../../formats.js";
import {movementModelTerms} from "../../movement-terms.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label} from "../../terms.js";
import {startNote, tooShort} from "../../whole-window.js";
import type {Exhibit} from "../exhibit.js";
import {movesTable} from "./moves-tables.js";
import {defaultPair, isKnown, knownDays} from "./pairs.js";
import {comparable, type WentOneWay} from "./regression-facts.js";
import {modelsOf, movesOf} from "./told.js";

/** What regressed in one model over about a year. */
export interface Regressed extends WentOneWay {
  model: MovementModel;
  from: string;
  to: string;
  /** Their revenue; null where it is not told, as where only the pyramid's profit is. */
  before: number | null;
  after: number | null;
}

/** Each model's regressions over about a year, in the order of the models: those that may be compared. */
export function regressedOf(site: Site): Regressed[] {
  const {pairs, went} = movesOf(site);
  const {report} = site.cubes;
  return modelsOf(site).flatMap((model) => {
    const pair = defaultPair(pairs, model, knownDays(report));
    const may = pair && comparable(model, pair.from, report);
    if (!pair || may === "none") return [];
    const down = went(pair, "down");
    return [
      {
        ...down,
        ...pair,
        before: may === "all" ? down.revenue_before : null,
        after: may === "all" ? down.revenue_after : null,
      },
    ];
  });
}

/** The customers who regressed in each model, and the money that moved with them. */
export function regressedMoneyExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = regressedOf(site);
  const name = (m: MovementModel): string => movementModelTerms[m][locale];
  const cash = (x: number): string => money(x, report, locale);
  const quantities = [
    {key: "customers", name: zh ? "倒退的客户" : "Customers who regressed"},
    {key: "before", name: zh ? "之前的收入" : "Their revenue before"},
    {key: "after", name: zh ? "之后的收入" : "Their revenue after"},
  ] as const;
  const many = Math.max(1, ...rows.map((r) => r.customers));
  const most = Math.max(1, ...rows.flatMap((r) => [Math.abs(r.before ?? 0), Math.abs(r.after ?? 0)]));
  const told = (r: Regressed): string => {
    const n = count(r.customers, locale);
    if (r.exact) return n;
    if (r.customers === 0) return zh ? "太少，已隐去" : "some";
    return zh ? `至少${n}` : `at least ${n}`;
  };
  const known = knownDays(report);
  const mark = (r: Regressed): string | undefined =>
    r.customers > 0 && isKnown(r, known)
      ? cellMark(movesTable[r.model], {from: r.from, direction: "down"})
      : undefined;
  const bars: GroupBar[] = rows.flatMap((r) =>
    quantities.map(({key}): GroupBar => {
      const value = r[key];
      const text = value === null ? "–" : key === "customers" ? told(r) : cash(value);
      return {
        group: r.model,
        quantity: key,
        share: value === null ? null : value / (key === "customers" ? many : most),
        text,
        exact: text,
        suppressed: value === null,
        mark: mark(r),
      };
    }),
  );
  const exact = rows.filter((r) => r.exact && r.before !== null && r.after !== null);
  const worst = exact.reduce<Regressed | null>(
    (best, r) => (best === null || r.before! - r.after! > best.before! - best.after! ? r : best),
    null,
  );
  const fell = worst !== null && worst.before! > worst.after!;
  const title = zh ? "各模型中倒退的客户与收入" : "Regressions in each model, and their revenue";
  const span = rows[0] ? daySpan(rows[0].from, rows[0].to, locale) : "";
  const behind = rows[0] ? startNote(rows[0].from, report, locale) : "";
  return {
    id: "regressed-money",
    missing:
      rows.length > 0
        ? null
        : modelsOf(site).length > 0
          ? tooShort(report, locale)
          : whyEmpty("history", locale),
    title,
    subtitle: zh
      ? `${span}；两日各自窗口内的收入，同一尺度。同一客户可在几个模型中都倒退，故各行不可相加${behind}`
      : `${span}; revenue of the window before each day, on one scale. One customer may regress in several models: the lines don't add up${behind}`,
    says:
      rows.length > 0 && rows.every((r) => r.exact && r.customers === 0)
        ? zh
          ? "在各模型中都没有客户倒退。"
          : "Nobody regressed in any model."
        : worst === null
          ? behind !== ""
            ? tooShort(report, locale)
            : zh
              ? "倒退的客户太少，金额已隐去。"
              : "Too few customers regressed for their money to be shown."
          : fell
            ? zh
              ? `金额减少最多的是${name(worst.model)}：${told(worst)}位倒退的客户，收入由${cash(worst.before!)}变为${cash(worst.after!)}，少了${cash(worst.before! - worst.after!)}。`
              : `Most money went in the ${name(worst.model).replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())}: ${worst.customers === 1 ? "the one" : `the ${told(worst)}`} who regressed went from ${cash(worst.before!)} to ${cash(worst.after!)} of revenue, ${cash(worst.before! - worst.after!)} less.`
            : exact.length === 1
              ? zh
                ? "在可比较的一个模型中，倒退的客户合计收入没有减少。"
                : "In the one model that can be compared those who regressed did not bring less revenue than before."
              : zh
                ? `在可比较的${count(exact.length, locale)}个模型中，倒退的客户合计收入都没有减少。`
                : `In none of the ${count(exact.length, locale)} models that can be compared did those who regressed bring less revenue than before.`,
    draw: (options) =>
      groupBars(
        rows.map((r) => ({key: r.model, name: name(r.model), colour: "down"})),
        quantities,
        bars,
        options,
      ),
    twin: table(
      title,
      [{head: label("model", locale)}, ...quantities.map((q) => ({head: q.name, number: true}))],
      rows.map((r) => {
        const as = rowCells({suppressed: true}, report, locale);
        return {cells: [name(r.model), told(r), as.money(r.before), as.money(r.after)]};
      }),
    ),
  };
}
