import type {Lean} from "../../../cubes/relationship.js";
import {type GridRow, type GridStage, gridStages} from "../../../cubes.js";
import {rowCells} from "../../absent.js";
import {isNarrow} from "../../charts/chart-options.js";
import {type GroupBar, groupBars} from "../../charts/group-bars.js";
import {markWords} from "../../charts/mark-words.js";
import {type MatrixCell, matrix} from "../../charts/matrix.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, exactMoney, money, percent} from "../../formats.js";
import {assessedAt, atLeast, type Told, told} from "../../relationship-facts.js";
import {leans} from "../../relationship-terms.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {gridStageTerms, label, sentenceCase, word} from "../../terms.js";
import {windowWords} from "../../window-words.js";
import type {Exhibit} from "../exhibit.js";

const order: readonly Lean[] = ["person", "thin", "balanced"];
const colours: Record<Lean, string> = {person: "class-c", thin: "class-b", balanced: "same"};

/** The assessed squares at the newest date; none where the export is missing. */
export function squaresNow({cubes}: Site): GridRow[] {
  return cubes.has("relationships") ? assessedAt(cubes.read("grid"), cubes.report.as_of) : [];
}

const leftOut = (partly: boolean, {cubes, locale}: Site): string =>
  partly
    ? locale === "zh"
      ? `少于${cubes.report.smallest_cell}位客户及可由此推出的方格未计入。`
      : ` Squares of fewer than ${cubes.report.smallest_cell} accounts, and those that would tell them, are left out.`
    : "";

/** Who carries the relationship: accounts, revenue and profit by the axis that is ahead. */
export function leanExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const squares = squaresNow(site);
  const whole = told(squares);
  const by = new Map(order.map((lean) => [lean, told(squares.filter((r) => r.lean === lean))]));
  const quantities = (report.has_profit ? ["customers", "revenue", "profit"] : ["customers", "revenue"]).map(
    (key) => ({
      key: key as "customers" | "revenue" | "profit",
      name: label(key === "customers" ? "accounts" : (key as "revenue"), locale),
    }),
  );
  const title = zh ? "已评估客户：个人领先、公司领先或相当" : "Assessed accounts by the axis that is ahead";
  // What is left out belongs to the whole: then bars are drawn against the longest, and no share is written.
  const scaleOf = (key: "customers" | "revenue" | "profit"): number | null =>
    whole.partly ? Math.max(...order.map((lean) => by.get(lean)![key] ?? 0)) : whole[key];
  const barsAt = (narrow: boolean): GroupBar[] =>
    quantities.flatMap(({key}) =>
      order.map((lean): GroupBar => {
        const [x, all] = [by.get(lean)![key], scaleOf(key)];
        const share = x !== null && all !== null && all > 0 ? x / all : null;
        const write = (of: number, exact: boolean): string =>
          key === "customers"
            ? count(of, locale)
            : exact
              ? exactMoney(of, report, locale)
              : money(of, report, locale);
        const least = key === "customers" && by.get(lean)!.partly ? "≥ " : "";
        const text = x === null ? "–" : least + write(x, false);
        return {
          group: lean,
          quantity: key,
          share,
          text: share === null || narrow || whole.partly ? text : `${percent(share, locale)} · ${text}`,
          exact: x === null ? "–" : least + write(x, true),
          suppressed: x === null && by.get(lean)!.partly,
          mark: by.get(lean)!.customers ? cellMark("grid", {lean}) : undefined,
        };
      }),
    );
  const person = by.get("person")!;
  return {
    id: "lean",
    needs: "relationships",
    title,
    subtitle: zh
      ? `${whole.partly ? "已评估的客户" : "已评估客户中所占比例"}，截至${day(report.as_of, locale)}；金额为${windowWords(report, locale)}`
      : `${whole.partly ? "Assessed accounts" : "Share of assessed accounts"}, as of ${day(report.as_of, locale)}; money of ${windowWords(report, locale)}`,
    says: `${relianceSentence(person, whole, site)}${leftOut(whole.partly, site)}`,
    draw: (options) =>
      groupBars(
        order.map((lean) => ({
          key: lean,
          name: sentenceCase(leans[lean][locale]),
          colour: colours[lean],
        })),
        quantities,
        barsAt(isNarrow(options)),
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "偏向" : "Leans"},
        {head: label("accounts", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("profit", locale), number: true},
      ],
      order.map((lean) => {
        const r = by.get(lean)!;
        const as = rowCells({suppressed: r.partly}, report, locale);
        return {
          cells: [
            sentenceCase(leans[lean][locale]),
            r.customers === null ? as.count(null) : atLeast(r.customers, r.partly, locale),
            as.money(r.revenue),
            as.profit(r.profit),
          ],
        };
      }),
    ),
  };
}

/** "12 assessed accounts hang on one person; they bring ¥1.2M, 8.1% of the revenue of all that are assessed." */
function relianceSentence(person: Told, whole: Told, {cubes, locale}: Site): string {
  const {report} = cubes;
  const zh = locale === "zh";
  if (person.customers === null || (person.customers === 0 && person.partly))
    return zh ? "人情关系客户太少，已隐去。" : "Too few accounts are person-dependent for them to be shown.";
  if (person.customers === 0 && !person.partly)
    return zh ? "已评估客户中没有人情关系客户。" : "No assessed account is person-dependent.";
  const n = atLeast(person.customers, person.partly, locale);
  const one = person.customers === 1;
  if (person.revenue === null)
    return zh
      ? `${n}位已评估客户属人情关系，销售人员一走，关系也可能随之而去。`
      : `${sentenceCase(n)} assessed ${one ? "account is" : "accounts are"} person-dependent and may leave with the seller.`;
  const share =
    whole.revenue !== null && whole.revenue > 0 ? percent(person.revenue / whole.revenue, locale) : null;
  const profit =
    person.profit === null
      ? ""
      : zh
        ? `，利润${money(person.profit, report, locale)}`
        : ` and ${money(person.profit, report, locale)} of profit`;
  return zh
    ? `${n}位已评估客户属人情关系，销售人员一走，关系也可能随之而去：收入${money(person.revenue, report, locale)}${share ? `，占已评估客户的${share}` : ""}${profit}。`
    : `${sentenceCase(n)} assessed ${one ? "account is" : "accounts are"} person-dependent and may leave with the seller: ${money(person.revenue, report, locale)} of revenue${share ? `, ${share} of what all assessed accounts bring,` : ""}${profit}.`;
}

/** The same by grid stage. */
export function leanByStageExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const squares = squaresNow(site);
  const rising: GridStage[] = ["pre", ...gridStages.filter((s) => s !== "pre" && s !== "unassessed")];
  const stages = [...rising].reverse();
  const groups = stages.flatMap((stage) =>
    order.flatMap((lean) => {
      const cells = squares.filter((r) => r.stage === stage && r.lean === lean);
      return cells.length > 0 ? [{stage, lean, ...told(cells)}] : [];
    }),
  );
  const most = Math.max(1, ...groups.map((g) => Math.abs(g.revenue ?? 0)));
  const title = zh ? "人情关系与个人关系单薄：按方格阶段" : "Person-dependent and thin, by grid stage";
  const persons = groups.filter((g) => g.lean === "person");
  // Where one is not told, it may be that.
  const hidden = persons.some((g) => g.revenue === null);
  const person = hidden ? undefined : persons.sort((a, b) => b.revenue! - a.revenue!)[0];
  const partly = groups.some((g) => g.partly);
  return {
    id: "lean-by-stage",
    needs: "relationships",
    title,
    subtitle: zh
      ? `客户数（含潜在客户）与收入，${windowWords(report, locale)}；颜色深浅为收入`
      : `Accounts and revenue, ${windowWords(report, locale)}; the darker, the more revenue`,
    says:
      person && person.revenue! > 0
        ? zh
          ? `人情关系客户的收入以方格阶段“${gridStageTerms[person.stage].zh}”最多：${count(person.customers!, locale)}位，${money(person.revenue!, report, locale)}。${leftOut(partly, site)}`
          : `Most revenue of person-dependent accounts is at the grid stage “${gridStageTerms[person.stage].en}”: ${money(person.revenue!, report, locale)} from ${count(person.customers!, locale)} ${person.customers === 1 ? "account" : "accounts"}.${leftOut(partly, site)}`
        : zh
          ? `${hidden ? "部分阶段的人情关系客户过少，无法按阶段比较收入" : "没有可比较的人情关系客户收入"}。${leftOut(partly, site)}`
          : `${hidden ? "Some stages hold too few person-dependent accounts for their revenue to be compared" : "There is no revenue of person-dependent accounts to compare by stage"}.${leftOut(partly, site)}`,
    draw: (options) =>
      matrix(
        stages.map((s) => ({key: s, name: sentenceCase(gridStageTerms[s][locale])})),
        order.map((lean) => ({key: lean, name: sentenceCase(leans[lean][locale])})),
        groups.map((g): MatrixCell => {
          const where = `${sentenceCase(gridStageTerms[g.stage][locale])} × ${leans[g.lean][locale]}`;
          if (g.customers === null)
            return {
              row: g.stage,
              column: g.lean,
              text: "",
              title: markWords([where], word("suppressed", locale), locale),
              colour: null,
              strength: 0,
            };
          const n = count(g.customers, locale);
          const more = g.partly ? "≥ " : "";
          return {
            row: g.stage,
            column: g.lean,
            text:
              isNarrow(options) || g.revenue === null
                ? `${more}${n}`
                : `${more}${n}  ·  ${money(g.revenue, report, locale)}`,
            title: markWords(
              [where],
              g.revenue === null
                ? `${more}${n}`
                : `${more}${n}${zh ? "，" : ", "}${exactMoney(g.revenue, report, locale)}`,
              locale,
            ),
            colour: colours[g.lean],
            strength: Math.max(0, g.revenue ?? 0) / most,
            mark: g.customers > 0 ? cellMark("grid", {stage: g.stage, lean: g.lean}) : undefined,
          };
        }),
        {rows: "", columns: ""},
        options,
      ),
    twin: table(
      title,
      [
        {head: label("grid_stage", locale)},
        {head: zh ? "偏向" : "Leans"},
        {head: label("accounts", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("profit", locale), number: true},
      ],
      groups.map((g) => {
        const as = rowCells({suppressed: g.partly}, report, locale);
        return {
          cells: [
            sentenceCase(gridStageTerms[g.stage][locale]),
            leans[g.lean][locale],
            g.customers === null ? as.count(null) : atLeast(g.customers, g.partly, locale),
            as.money(g.revenue),
            as.profit(g.profit),
          ],
        };
      }),
    ),
  };
}
