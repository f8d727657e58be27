import type {ClassMovementRow, MovementDirection, MovementModel} from "../../../cubes/movement.js";
import type {Locale, ReportCube} from "../../../cubes.js";
import {markWords} from "../../charts/mark-words.js";
import type {Move, MoveSide, MovesData} from "../../charts/moves-drawing.js";
import {accountCount} from "../../customer-count.js";
import {cellMark} from "../../drill/cell-mark.js";
import {type Currency, count, day, daySpan, exactMoney, month} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {table} from "../../tables.js";
import {type History, startNote} from "../../whole-window.js";
import {movesTable} from "./moves-tables.js";
import {isKnown, type KnownDays} from "./pairs.js";
import {regressionSentence, type WentOneWay} from "./regression-facts.js";

/** The words of one model: its name, and its classes from the highest, with what is no class at the end. */
export interface ModelWords {
  name: string;
  title: string;
  classes: MoveSide[];
}

/** All that a drawing of movement says: made when the page is built, and handed to its script. */
export interface MovesWords {
  locale: Locale;
  currency: Currency;
  hasProfit: boolean;
  models: Partial<Record<MovementModel, ModelWords>>;
  /** The days between which a reader may see the customers behind a move. */
  known: KnownDays;
  /** How much of the data lies behind a day. */
  history: History & Pick<ReportCube, "as_of">;
  arrived: string;
  directions: Record<MovementDirection, string>;
  words: Record<
    "from" | "to" | "way" | "customers" | "revenue" | "profit" | "before" | "after" | "suppressed",
    string
  >;
}

/** What is shown of one model between two days: the words, the drawing's data and the table. */
interface MovesView {
  title: string;
  subtitle: string;
  says: string;
  data: MovesData;
  twin: Html;
}

const none = "–";

/** The view of a pair's rows, and of all who regressed; the same in the page and in its script. */
export function movesView(
  all: readonly ClassMovementRow[],
  down: WentOneWay,
  {model, from, to}: {model: MovementModel; from: string; to: string},
  said: MovesWords,
): MovesView {
  // Of a chosen few customers, most moves are nobody's.
  const rows = all.filter((row) => row.customers !== 0);
  const {locale, words, currency} = said;
  const zh = locale === "zh";
  const {title, classes} = said.models[model]!;
  const arrived: MoveSide = {key: "arrived", name: said.arrived, fill: null};
  const sides = [...classes, arrived];
  const name = (key: string): string => sides.find((s) => s.key === key)?.name ?? key;
  const cash = (x: number | null): string => (x === null ? none : exactMoney(x, currency, locale));
  const how = (row: ClassMovementRow): string =>
    row.customers === null ? words.suppressed : count(row.customers, locale);
  const moneyLine = (row: ClassMovementRow): string =>
    (["revenue", "profit"] as const)
      .flatMap((of) => {
        const [before, after] = [row[`${of}_before`], row[`${of}_after`]];
        return before === null || after === null ? [] : [`${words[of]} ${cash(before)} → ${cash(after)}`];
      })
      .join(zh ? "，" : ", ");
  const marked = isKnown({from, to}, said.known);
  const moves: Move[] = rows.map((row) => {
    const money = moneyLine(row);
    const {from_class, to_class} = row;
    return {
      from: row.from_class,
      to: row.to_class,
      direction: row.direction,
      customers: row.customers,
      text: how(row),
      title: markWords(
        [`${name(from_class)} → ${name(to_class)}`],
        `${row.customers === null ? how(row) : accountCount(row.customers, locale)}${money ? (zh ? "，" : ", ") + money : ""}`,
        locale,
      ),
      mark: marked && row.customers ? cellMark(movesTable[model], {from, from_class, to_class}) : undefined,
    };
  });
  const columns = [
    {head: words.from},
    {head: words.to},
    {head: words.way},
    {head: words.customers, number: true},
    {head: `${words.revenue} ${words.before}`, number: true},
    {head: `${words.revenue} ${words.after}`, number: true},
    ...(said.hasProfit
      ? [
          {head: `${words.profit} ${words.before}`, number: true},
          {head: `${words.profit} ${words.after}`, number: true},
        ]
      : []),
  ];
  const place = (key: string): number => sides.findIndex((s) => s.key === key);
  const sorted = [...rows].sort(
    (a, b) => place(a.from_class) - place(b.from_class) || place(a.to_class) - place(b.to_class),
  );
  const hidden = html`<span class="absent suppressed">${words.suppressed}</span>`;
  const span = zh ? `${day(from, locale)}至${day(to, locale)}` : `${day(from, locale)} to ${day(to, locale)}`;
  const short = daySpan(from, to, locale);
  const behind = startNote(from, said.history, locale);
  return {
    title,
    subtitle: zh
      ? `客户数（含潜在客户），${short}；两日各按当日的标准。带宽为客户数，方格颜色越深，占原类别的比例越大${behind}`
      : `Accounts, ${short}, each day by its own rules. The width of a band is its accounts; the darker a square, the larger the part of the class they left${behind}`,
    says: regressionSentence(rows, down, {model, from, to}, said),
    data: {
      from: sides,
      to: classes,
      moves,
      heads: {from: month(from, locale), to: month(to, locale)},
      count: (n) => count(n, locale),
    },
    twin: table(
      zh ? `${title}，${span}` : `${title}, ${span}`,
      columns,
      sorted.map((row) => {
        const money = (x: number | null): Html | string => (x === null && row.suppressed ? hidden : cash(x));
        return {
          cells: [
            name(row.from_class),
            name(row.to_class),
            said.directions[row.direction],
            row.customers === null ? hidden : count(row.customers, locale),
            money(row.revenue_before),
            money(row.revenue_after),
            ...(said.hasProfit ? [money(row.profit_before), money(row.profit_after)] : []),
          ],
        };
      }),
    ),
  };
}
