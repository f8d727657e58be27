import type {MovementRow} from "../../cubes/value.js";
import type {Locale} from "../../cubes.js";
import {rowCells, whyEmpty} from "../absent.js";
import {type BarGroup, groupBars} from "../charts/group-bars.js";
import {markWords} from "../charts/mark-words.js";
import {type MatrixCell, type MatrixSide, matrix} from "../charts/matrix.js";
import {customerCount} from "../customer-count.js";
import {cellMark} from "../drill/cell-mark.js";
import {count, daySpan, exactMoney, money, shortDay} from "../formats.js";
import {
  type Direction,
  directionOf,
  howMany,
  howManyInWords,
  type Moved,
  movedIn,
  thresholdNames,
  yearSpan,
} from "../movement-facts.js";
import {outsideMoves} from "../outside-words.js";
import {segmentOrder} from "../segments.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {label, word} from "../terms.js";
import {classLabel} from "../value-terms.js";
import {isWhole, startNote, tooShort} from "../whole-window.js";
import type {Exhibit} from "./exhibit.js";

type Model = MovementRow["model"];
type Thresholds = MovementRow["thresholds"];

const colours: Record<Direction, string> = {
  up: "up",
  same: "same",
  down: "down",
  new: "segment-potential-loyalist",
};
const metals = ["diamond", "gold", "brass", "lead"];

function namesOf(model: Model, rows: readonly MovementRow[], side: "from_class" | "to_class"): string[] {
  const all = new Set(rows.map((r) => r[side]));
  const special = side === "from_class" ? ["none", "arrived"] : [];
  const classes = [...all].filter((c) => !special.includes(c));
  const ordered =
    model === "metal"
      ? [...metals.filter((m) => all.has(m)), ...classes.filter((c) => !metals.includes(c))]
      : segmentOrder(classes);
  return [...ordered, ...special.filter((s) => all.has(s))];
}

/** The rows of a model over about a year, by one kind of thresholds; who has only given back by its end is no customer. */
export function movementOf({cubes}: Site, model: Model, thresholds: Thresholds): MovementRow[] {
  const all = (cubes.find("movement") ?? []).filter((r) => r.model === model && r.thresholds === thresholds);
  return all.filter((r) => r.from === yearSpan(all) && r.to_class !== "none");
}

/** Some moves of a model as a chart's mark names them. */
function markOf(model: Model, moves: readonly MovementRow[]): string {
  return cellMark(
    model === "metal" ? "movement-metal" : "movement-segments",
    moves.map(({thresholds, from_class, to_class}) => ({thresholds, from_class, to_class})),
  );
}

const moneyWord = (model: Model, site: Site): string =>
  label(model === "metal" && site.cubes.report.has_profit ? "profit" : "revenue", site.locale);

/** How many made a move, and the money that moved with them. */
function moveWords({model, customers, money_before, money_after}: MovementRow, site: Site): string {
  const {locale, cubes} = site;
  if (customers === null) return word("suppressed", locale);
  const exact = (x: number): string => exactMoney(x, cubes.report, locale);
  return [
    customerCount(customers, locale),
    ...(money_before === null || money_after === null
      ? []
      : [`${moneyWord(model, site)} ${exact(money_before)} → ${exact(money_after)}`]),
  ].join(locale === "zh" ? "，" : ", ");
}

function says(rows: readonly MovementRow[], thresholds: Thresholds, site: Site): string {
  const {locale, cubes} = site;
  if (rows[0] && !isWhole(rows[0].from, cubes.report)) return tooShort(cubes.report, locale);
  const by = movedIn(rows, cubes);
  const of = (d: Direction): Moved => by.find((m) => m.direction === d)!;
  const came = of("new");
  const many = came.customers > 0 || !came.exact;
  const since = rows[0] ? shortDay(rows[0].from, locale) : "";
  const judged = thresholdNames[thresholds][locale];
  if (locale === "zh")
    return `按${judged}，${since ? `${since}以来` : ""}${howManyInWords(of("up"), locale)}上移，${howManyInWords(of("down"), locale)}下移${many ? `；新增${howManyInWords(came, locale)}` : ""}。`;
  const tail = many
    ? `; ${howManyInWords(came, locale)} ${came.exact && came.customers === 1 ? "is" : "are"} new`
    : "";
  return `By ${judged}, ${howManyInWords(of("up"), locale)} moved up and ${howManyInWords(of("down"), locale)} down${since ? ` since ${since}` : ""}${tail}.`;
}

const thresholdWords: Record<Thresholds, Record<Locale, string>> = {
  frozen: {
    en: "by frozen thresholds, the first day’s for both days: a customer moves by its own doing",
    zh: "固定分界：两日都用首日的分界，客户只因自身变化而移动",
  },
  recomputed: {
    en: "by recomputed thresholds, each day’s own: a customer may also move because others did",
    zh: "重算分界：两日各用当日的分界，客户也会因他人变化而移动",
  },
};

/** From class to class between two days: customers, coloured by whether they rose or fell. */
export function movementExhibit(site: Site, args: readonly string[]): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const [model, thresholds] = args;
  if (model !== "rfm_segment" && model !== "metal")
    throw new Error(`"${model}" is no model of movement: rfm_segment or metal`);
  if (thresholds !== "frozen" && thresholds !== "recomputed")
    throw new Error(`"${thresholds}" are no thresholds: frozen or recomputed`);
  const rows = movementOf(site, model, thresholds);
  const name = (c: string): string => classLabel(model, c, locale);
  const arrived = zh ? "其后新增" : "New since then";
  const fromName = (c: string): string => (c === "arrived" ? arrived : name(c));
  const numbered = model === "rfm_segment";
  // Both kinds of thresholds show the same columns, so that one number is one class.
  const both = [...rows, ...movementOf(site, model, thresholds === "frozen" ? "recomputed" : "frozen")];
  const to = namesOf(model, both, "to_class");
  const number = (c: string): string => (to.includes(c) ? `${to.indexOf(c) + 1} ` : "");
  const side = (c: string): MatrixSide => ({
    key: c,
    name: numbered ? `${number(c)}${fromName(c)}` : fromName(c),
  });
  const top = (c: string): MatrixSide => ({key: c, name: numbered ? String(to.indexOf(c) + 1) : name(c)});
  const totals = new Map<string, number>();
  for (const r of rows) totals.set(r.from_class, (totals.get(r.from_class) ?? 0) + (r.customers ?? 0));
  // Inside a filter a move that nobody made stands in the rows with nobody.
  const made = rows.filter((r) => r.customers !== 0);
  const cells: MatrixCell[] = made.map((r) => {
    const pair = `${fromName(r.from_class)} → ${name(r.to_class)}`;
    return {
      row: r.from_class,
      column: r.to_class,
      text: r.customers === null ? "" : count(r.customers, locale),
      title: markWords([pair], moveWords(r, site), locale),
      colour: r.customers === null ? null : colours[directionOf(r)],
      strength: r.customers === null ? 0 : r.customers / Math.max(1, totals.get(r.from_class) ?? 0),
      ...(r.customers === null ? {} : {mark: markOf(model, [r])}),
    };
  });
  const [from, until] = [rows[0]?.from, rows[0]?.to];
  const span = from && until ? daySpan(from, until, locale) : "";
  const behind = from ? startNote(from, cubes.report, locale) : "";
  const what = model === "metal" ? (zh ? "金字塔层级" : "Pyramid") : zh ? "客户细分" : "Segment";
  const title = zh
    ? `${what}的移动：${thresholds === "frozen" ? "固定分界" : "重算分界"}`
    : `${what} moves by ${thresholds} thresholds`;
  return {
    id: `movement-${model.replace("_", "-")}-${thresholds}`,
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `客户数，${span}；${thresholdWords[thresholds].zh}。颜色越深，占原类别的比例越大${behind}${outsideMoves(site, model, thresholds)}`
      : `Customers, ${span}; ${thresholdWords[thresholds].en}. The stronger the colour, the larger the part of the class they left${behind}${outsideMoves(site, model, thresholds)}`,
    says: says(rows, thresholds, site),
    legend: [
      {swatch: "moved-up", label: zh ? "上移" : "moved up"},
      {
        swatch: "moved-same",
        label: zh ? (numbered ? "同族之内" : "未变") : numbered ? "same family" : "stayed",
      },
      {swatch: "moved-down", label: zh ? "下移" : "moved down"},
      {swatch: "moved-new", label: zh ? "新增" : "new"},
    ],
    draw: (options) =>
      matrix(
        namesOf(model, both, "from_class").map(side),
        to.map(top),
        cells,
        {rows: label("from", locale), columns: label("to", locale)},
        options,
      ),
    twin: table(
      title,
      [
        {head: label("from", locale)},
        {head: label("to", locale)},
        {head: label("customers", locale), number: true},
        {head: `${label("money_before", locale)} (${moneyWord(model, site)})`, number: true},
        {head: `${label("money_after", locale)} (${moneyWord(model, site)})`, number: true},
      ],
      made.map((r) => {
        const as = rowCells(r, cubes.report, locale);
        return {
          cells: [
            fromName(r.from_class),
            name(r.to_class),
            as.count(r.customers),
            as.money(r.money_before),
            as.money(r.money_after),
          ],
        };
      }),
    ),
  };
}

/** The money that moved with those who rose and fell in the migration pyramid. */
export function movedMoneyExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const frozen = movementOf(site, "metal", "frozen");
  // Where small cells are suppressed, frozen thresholds tell customers and no money.
  const thresholds: Thresholds = frozen.some((r) => r.customers && r.money_after !== null)
    ? "frozen"
    : "recomputed";
  const rows = thresholds === "frozen" ? frozen : movementOf(site, "metal", "recomputed");
  const by = movedIn(rows, site.cubes);
  const names: Record<Direction, string> = zh
    ? {up: "上移", same: "未变", down: "下移", new: "新增"}
    : {up: "Moved up", same: "Stayed", down: "Moved down", new: "New since"};
  const groups: BarGroup[] = by.map((m) => ({
    key: m.direction,
    name: names[m.direction],
    colour: colours[m.direction],
  }));
  const quantities = [
    {key: "customers", name: label("customers", locale)},
    {key: "money_before", name: label("money_before", locale)},
    {key: "money_after", name: label("money_after", locale)},
  ];
  const most = Math.max(
    1,
    ...by.flatMap((m) => [Math.abs(m.money_before ?? 0), Math.abs(m.money_after ?? 0)]),
  );
  const many = Math.max(1, ...by.map((m) => m.customers));
  const bars = by.flatMap((m) => {
    const moves = rows.filter((r) => directionOf(r) === m.direction);
    const mark = m.customers > 0 ? markOf("metal", moves) : undefined;
    return (["customers", "money_before", "money_after"] as const).map((q) => {
      const value = m[q];
      const text =
        q === "customers" ? howMany(m, locale) : value === null ? "–" : money(value, report, locale);
      return {
        group: m.direction,
        quantity: q,
        share: value === null ? null : value / (q === "customers" ? many : most),
        text,
        exact: text,
        suppressed: value === null,
        mark,
      };
    });
  });
  const what = moneyWord("metal", site).toLowerCase();
  const clauses = (["up", "down"] as const).flatMap((direction) => {
    const m = by.find((x) => x.direction === direction);
    if (!m?.exact || m.money_before === null || m.money_after === null) return [];
    const way = zh ? {up: "上移", down: "下移"}[direction] : direction;
    if (m.customers === 0) return [zh ? `没有客户${way}` : `nobody moved ${way}`];
    const [from, to] = [money(m.money_before, report, locale), money(m.money_after, report, locale)];
    return [
      zh
        ? `${way}的${count(m.customers, locale)}位，${what}由${from}变为${to}`
        : `the ${count(m.customers, locale)} who moved ${way} went from ${from} to ${to} of ${what}`,
    ];
  });
  const title = zh
    ? "客户金字塔中的移动，与随之移动的金额"
    : "Moves in the migration pyramid, and the money that moved";
  const span = rows[0] ? daySpan(rows[0].from, rows[0].to, locale) : "";
  const behind = rows[0] ? startNote(rows[0].from, report, locale) : "";
  return {
    id: "moved-money",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `${span}，${thresholdWords[thresholds].zh}；两日各自窗口内的${moneyWord("metal", site)}，同一尺度${behind}`
      : `${span}, ${thresholdWords[thresholds].en}; ${what} of the window before each day, on one scale${behind}`,
    says: behind
      ? tooShort(report, locale)
      : clauses.length < 2
        ? zh
          ? `${says(rows, thresholds, site)}部分移动的客户太少，金额已隐去。`
          : `${says(rows, thresholds, site)} Some moves hold too few customers for their money to be shown.`
        : zh
          ? `按${thresholdNames[thresholds].zh}，${clauses.join("；")}。`
          : `By ${thresholdNames[thresholds].en}, ${clauses.join("; ")}.`,
    draw: (options) => groupBars(groups, quantities, bars, options),
    twin: table(
      title,
      [{head: zh ? "方向" : "Direction"}, ...quantities.map((q) => ({head: q.name, number: true}))],
      by.map((m) => {
        const as = rowCells({suppressed: true}, report, locale);
        return {
          cells: [names[m.direction], howMany(m, locale), as.money(m.money_before), as.money(m.money_after)],
        };
      }),
    ),
  };
}
