import type {SurveyDifferenceRow} from "../../../cubes/service.js";
import {needs, rowCells} from "../../absent.js";
import {markWords} from "../../charts/mark-words.js";
import {matrix} from "../../charts/matrix.js";
import {shareIntervals} from "../../charts/share-intervals.js";
import {classBasis} from "../../class-basis.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, percent} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {buyings} from "../../service-terms.js";
import {settingOf} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {classes, label, sentenceCase} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {intervalWords, sharePoint} from "./complaint-aftermath.js";
import {isNobody, total} from "./facts.js";

const bins = [-3, -2, -1, 0, 1, 2, 3] as const;

function noAnswer({locale}: Site): string {
  return locale === "zh"
    ? "没有同时记录感知与期望的回复。"
    : "No answer holds both what was perceived and what was expected.";
}

/** Perceived less expected in customers' newest answers, by class. */
export function surveyDifferences(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("survey-differences") ?? [];
  const present = [...new Set(rows.map((r) => r.class))];
  const width = rows[0]?.width ?? 1;
  const points = (x: number): string => String(Number(x.toFixed(2)));
  const name = (bin: SurveyDifferenceRow["bin"]): string => {
    const size = `${bin > 0 ? "+" : bin < 0 ? "−" : ""}${points(Math.abs(bin) * width)}`;
    const open = bin === -3 ? "≤ " : bin === 3 ? "≥ " : "";
    return `${open}${size}`;
  };
  const of = (c: SurveyDifferenceRow["class"], bin: number): number | null => {
    const row = rows.find((r) => r.class === c && r.bin === bin);
    return row ? row.customers : 0;
  };
  const sum = (test: (bin: number) => boolean): number | null =>
    total(rows.filter((r) => test(r.bin)).map((r) => r.customers));
  const [all, below, above] = [sum(() => true), sum((b) => b < 0), sum((b) => b > 0)];
  const title = zh ? "感知减期望" : "Perceived minus expected";
  const missing = isNobody(rows.map((r) => r.customers)) ? noAnswer(site) : null;
  const most = Math.max(1, ...rows.map((r) => r.customers ?? 0));
  return {
    id: "survey-differences",
    needs: "surveys",
    missing,
    title,
    subtitle: zh
      ? `各类客户最近一次回复的客户数，${classBasis(site)}；列为分差，每格${points(width)}分；截至${day(report.as_of, locale)}`
      : `Customers, ${classBasis(site)}, each by its newest answer; columns are points of the scale, ${points(width)} wide each; as of ${day(report.as_of, locale)}`,
    says:
      missing ??
      (all && below !== null && above !== null
        ? zh
          ? `${percent(below / all, locale)}的客户感知比期望低${points(width / 2)}分或以上，${percent(above / all, locale)}高${points(width / 2)}分或以上。`
          : `${percent(below / all, locale)} of the customers who answered rated what they got at least ${points(width / 2)} points below what they expected, ${percent(above / all, locale)} at least as far above it.`
        : zh
          ? "部分单元客户太少，已隐去。"
          : "Some cells hold too few customers and are suppressed."),
    draw: (options) =>
      matrix(
        present.map((c) => ({key: c, name: sentenceCase(classes[c][locale])})),
        bins.map((b) => ({key: String(b), name: name(b)})),
        rows
          .filter((r) => r.customers !== 0)
          .map((r) => ({
            row: r.class,
            column: String(r.bin),
            text: r.customers === null ? "" : count(r.customers, locale),
            title: markWords(
              [sentenceCase(classes[r.class][locale]), name(r.bin)],
              r.customers === null ? "–" : count(r.customers, locale),
              locale,
            ),
            colour: r.suppressed ? null : r.bin < 0 ? "down" : r.bin > 0 ? "up" : "same",
            strength: (r.customers ?? 0) / most,
            mark:
              r.customers === null ? undefined : cellMark("survey-differences", {class: r.class, bin: r.bin}),
          })),
        {rows: label("class", locale), columns: zh ? "感知减期望" : "perceived − expected"},
        options,
      ),
    twin: table(
      title,
      [{head: label("class", locale)}, ...bins.map((b) => ({head: name(b), number: true}))],
      present.map((c) => ({
        cells: [
          classes[c][locale],
          ...bins.map((b) => rowCells({suppressed: true}, report, locale).count(of(c, b))),
        ],
      })),
    ),
  };
}

/** Who bought again, by satisfaction: satisfied but gone. */
export function surveyRepurchase(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("survey-repurchase") ?? [];
  const of = (satisfied: boolean, buying: (typeof rows)[number]["buying"]): number | null => {
    const row = rows.find((r) => r.satisfied === satisfied && r.buying === buying);
    return row ? row.customers : 0;
  };
  const groups = [
    {key: "satisfied", name: zh ? "满意" : "Satisfied", of: true},
    {key: "not", name: zh ? "不满意" : "Not satisfied", of: false},
  ];
  const points = groups.map((g) => {
    const [kept, gone] = [of(g.of, "buying"), of(g.of, "gone")];
    const due = kept === null || gone === null ? null : kept + gone;
    const mark = cellMark("survey-repurchase", [
      {satisfied: g.of, buying: "buying"},
      {satisfied: g.of, buying: "gone"},
    ]);
    return sharePoint(g.key, "again", kept, due, site, mark);
  });
  const first = points[0]!;
  const due = total([of(true, "buying"), of(true, "gone")]);
  const missing = isNobody(rows.map((r) => r.customers)) ? noAnswer(site) : null;
  const times = settingOf(site, "service.gap_multiple", 2);
  const title = zh ? "满意却离开：按满意与否的再次购买" : "Satisfied but gone: who bought again";
  return {
    id: "survey-repurchase",
    needs: "surveys",
    missing,
    title,
    subtitle: zh
      ? `回复之后，在自身通常购买间隔的${times}倍之内再次购买的客户占比；满意为感知不低于期望；时间未到者不计；线为95%区间`
      : `Share who bought within ${times} times their own usual gap after answering; satisfied is perceived at or above expected; those whose time is not up are left aside; lines are 95% intervals`,
    says:
      missing ??
      (first.share !== null
        ? zh
          ? `满意的客户中${first.text}再次购买；其余${percent(1 - first.share, locale)}满意却没有再来。`
          : `Of the satisfied, ${first.text} bought again; the other ${percent(1 - first.share, locale)} were satisfied and did not.`
        : due === 0
          ? zh
            ? "没有满意且已到判断时间的客户。"
            : "No customer was satisfied and answered long enough ago to tell."
          : zh
            ? "满意的客户太少，比例不予公布。"
            : "Too few satisfied customers for the share to be shown."),
    draw: (options) =>
      shareIntervals(groups, [{key: "again", name: "", colour: "class-a"}], points, null, options),
    twin: table(
      title,
      [
        {head: zh ? "满意与否" : "Satisfaction"},
        ...(["buying", "gone", "young", "untold"] as const).map((b) => ({
          head: sentenceCase(buyings[b][locale]),
          number: true,
        })),
        {head: zh ? "再次购买" : "Bought again", number: true},
        {head: label("interval", locale), number: true},
      ],
      groups.map((g, i) => {
        const as = rowCells({suppressed: true}, report, locale);
        const p = points[i]!;
        return {
          cells: [
            g.name,
            as.count(of(g.of, "buying")),
            as.count(of(g.of, "gone")),
            as.count(of(g.of, "young")),
            as.count(of(g.of, "untold")),
            p.share === null ? "–" : percent(p.share, locale),
            intervalWords(p, site),
          ],
        };
      }),
    ),
  };
}

/** The source's claims of the satisfied, beside what the surveys here say. */
export function satisfactionClaims(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const caption = zh
    ? "满意与再次购买：文献之说与本企业"
    : "Satisfaction and buying again: as claimed, and here";
  if (!cubes.has("surveys")) return needs("surveys", caption, locale);
  const rows = cubes.find("survey-repurchase") ?? [];
  const of = (satisfied: boolean, buying: string): number | null => {
    const row = rows.find((r) => r.satisfied === satisfied && r.buying === buying);
    return row ? row.customers : 0;
  };
  const states = ["buying", "gone", "young", "untold"];
  const satisfied = total(states.map((b) => of(true, b)));
  const all = total([satisfied, ...states.map((b) => of(false, b))]);
  const [again, gone] = [of(true, "buying"), of(true, "gone")];
  const share = (part: number | null, whole: number | null): string =>
    part === null || whole === null || whole === 0 ? "–" : percent(part / whole, locale);
  const kept = again === null || gone === null ? null : again + gone;
  const claimed = (text: string): Html => html`<span class="claimed">${text}</span>`;
  return table(
    caption,
    [
      {head: zh ? "行业" : "Trade"},
      {head: zh ? "满意" : "Satisfied", number: true},
      {head: zh ? "满意者再次购买" : "Of them, bought again", number: true},
      {head: zh ? "满意者转向他人" : "Of them, switched", number: true},
    ],
    [
      {cells: [zh ? "一般（文献）" : "In general (claimed)", "–", "–", claimed("65%–85%")]},
      {cells: [zh ? "汽车（文献）" : "Cars (claimed)", claimed("85%–95%"), claimed("30%–40%"), "–"]},
      {cells: [zh ? "餐饮（文献）" : "Catering (claimed)", "–", "–", claimed("60%–80%")]},
      {
        cells: [zh ? "本企业" : "Here", share(satisfied, all), share(again, kept), share(gone, kept)],
      },
    ],
  );
}
