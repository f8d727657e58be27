import {
  type BacktestRule,
  type BacktestRuleRow,
  type Ranking,
  rankings,
  ruleSets,
  signals,
} from "../../../cubes/warning.js";
import {absent, rowCells, whyEmpty} from "../../absent.js";
import {catchCurves} from "../../charts/catch-curves.js";
import {type GroupBar, groupBars} from "../../charts/group-bars.js";
import {aheadOf, backtestVerdict, warningFacts} from "../../findings/warning.js";
import {count, daySpan, percent, ratio} from "../../formats.js";
import {type Html, html} from "../../html.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase} from "../../terms.js";
import {ruleTerms} from "../../warning-terms.js";
import type {Exhibit} from "../exhibit.js";
import {baseRate, horizonOf, ruleOf} from "./facts.js";

const name = (rule: BacktestRule, {locale}: Site): string => sentenceCase(ruleTerms[rule][locale]);

const drawn: Record<"caught" | "money", readonly {rule: Ranking; colour: string; dashed?: boolean}[]> = {
  caught: [
    {rule: "by_chance", colour: "class-a"},
    {rule: "by_silence", colour: "down"},
    {rule: "by_alive", colour: "class-b", dashed: true},
  ],
  money: [
    {rule: "by_money", colour: "class-a"},
    {rule: "by_silence_money", colour: "class-c", dashed: true},
    {rule: "by_silence", colour: "down"},
    {rule: "by_alive", colour: "class-b", dashed: true},
  ],
};

const short: Partial<Record<Ranking, {en: string; zh: string}>> = {
  by_chance: {en: "chance", zh: "流失概率"},
  by_money: {en: "money at risk", zh: "风险金额"},
  by_silence: {en: "silence", zh: "沉默天数"},
  by_silence_money: {en: "silence × money", zh: "沉默×金额"},
  by_alive: {en: "1 − P(alive)", zh: "1−P(alive)"},
};

/** The cuts in words: how many, from when to when, and the horizon. */
function cutsWords(site: Site): string {
  const {cubes, locale} = site;
  const cuts = cubes.find("backtest-cuts") ?? [];
  const [first, last] = [cuts[0], cuts.at(-1)];
  if (!first || !last) return "";
  const horizon = horizonOf(site);
  return locale === "zh"
    ? `${daySpan(first.cut, last.cut, locale)}的${count(cuts.length, locale)}个切分日合计，流失为其后${horizon}天内未下单`
    : `${count(cuts.length, locale)} past ${cuts.length === 1 ? "date" : "dates"}, ${daySpan(first.cut, last.cut, locale)}; a lapse is no order in the next ${horizon} days`;
}

/** What share of the lapses, or of the money lost, lies among the first customers of each ranking. */
export function catchExhibit(site: Site, of: "caught" | "money"): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("backtest-curve") ?? [];
  const shown = drawn[of].filter(({rule}) => rows.some((r) => r.rule === rule));
  const points = (rule: Ranking) =>
    rows.filter((r) => r.rule === rule).map((r) => ({share: r.part / 20, caught: r[of]}));
  const at = (rule: Ranking): number | null =>
    rows.find((r) => r.rule === rule && r.part === 4)?.[of] ?? null;
  const [ours, naive] = [at(of === "caught" ? "by_chance" : "by_money"), at("by_silence")];
  const crude = of === "money" ? at("by_silence_money") : null;
  const title =
    of === "caught"
      ? zh
        ? "预警多少客户，捕捉多少流失"
        : "How many are warned of, how many of the lapses are caught"
      : zh
        ? "预警多少客户，捕捉多少流失金额"
        : "How many are warned of, how much of the lost money is caught";
  return {
    id: `catch-${of}`,
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle:
      of === "caught"
        ? zh
          ? `占全部流失客户的比例；${cutsWords(site)}`
          : `Share of the customers who lapsed; ${cutsWords(site)}`
        : zh
          ? "占流失客户此前一年收入的比例；同一批切分日"
          : "Share of what the lapsed had brought in the year before; the same dates",
    says:
      ours === null || naive === null
        ? whyEmpty("history", locale)
        : zh
          ? `若预警20%的客户，${of === "caught" ? "按流失概率" : "按风险金额"}排序可捕捉${of === "caught" ? "流失" : "流失金额"}的${percent(ours, locale)}，仅按沉默天数为${percent(naive, locale)}${crude === null ? "" : `，按沉默天数×金额为${percent(crude, locale)}`}。`
          : `Warning of 20% of customers would have caught ${percent(ours, locale)} of the ${of === "caught" ? "lapses" : "lost money"} ranked by ${of === "caught" ? "chance of a lapse" : "money at risk"}, ${percent(naive, locale)} by silence alone${crude === null ? "" : `, ${percent(crude, locale)} by silence times money`}.`,
    draw: (options) =>
      catchCurves(
        shown.map((s) => ({...s, key: s.rule, name: short[s.rule]![locale], points: points(s.rule)})),
        {
          x: zh ? "预警的客户占比" : "share of customers warned of",
          y:
            of === "caught"
              ? zh
                ? "捕捉的流失"
                : "share of lapses caught"
              : zh
                ? "捕捉的金额"
                : "share of lost money caught",
          at: 0.5,
        },
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "预警的客户占比" : "Customers warned of"},
        ...shown.map((s) => ({head: sentenceCase(short[s.rule]![locale]), number: true})),
      ],
      [1, 2, 3, 4, 5, 6, 8, 10, 15].map((part) => ({
        cells: [
          percent(part / 20, locale),
          ...shown.map((s) =>
            rowCells({}, report, locale).percent(
              rows.find((r) => r.rule === s.rule && r.part === part)?.[of] ?? null,
            ),
          ),
        ],
      })),
    ),
  };
}

/** Of those that each sign warned of, how many lapsed, beside as many picked by silence alone. */
export function signalPrecision(site: Site): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const told = [...ruleSets, ...signals].filter((rule) => ruleOf(site, rule));
  const base = baseRate(site);
  const best = [...signals]
    .map((rule) => ruleOf(site, rule))
    .filter((r): r is BacktestRuleRow => r !== null && r.lift !== null)
    .sort((a, b) => b.lift! - a.lift!)[0];
  const bar = (rule: BacktestRule, quantity: string, share: number | null): GroupBar => ({
    group: rule,
    quantity,
    share,
    text: share === null ? "–" : percent(share, locale),
    exact: share === null ? "–" : percent(share, locale),
  });
  // What as many customers picked at random would have come to: a sign that says something stands beyond it.
  const reference =
    base === null
      ? undefined
      : {share: base, text: zh ? `随机挑选${percent(base, locale)}` : `at random ${percent(base, locale)}`};
  const title = zh ? "各征兆之后有多少客户流失" : "How many lapsed after each sign";
  return {
    id: "signal-precision",
    missing: told.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `被预警客户中流失的比例${base === null ? "" : `；全部客户为${percent(base, locale)}`}；${cutsWords(site)}`
      : `Share of the warned who lapsed${base === null ? "" : `; of all customers it was ${percent(base, locale)}`}; ${cutsWords(site)}`,
    says: best
      ? zh
        ? `单一征兆中以“${ruleTerms[best.rule].zh}”最准：流失比例为全体的${ratio(best.lift!, locale)}倍；低于全体的征兆并不预示流失。`
        : `Of the single signs “${ruleTerms[best.rule].en}” says most: ${ratio(best.lift!, locale)} times the rate of all customers. Signs below that rate do not foretell a lapse.`
      : whyEmpty("history", locale),
    draw: (options) =>
      groupBars(
        told.map((rule) => ({
          key: rule,
          name: name(rule, site),
          colour: (ruleSets as readonly string[]).includes(rule) ? "class-a" : "heat-4",
        })),
        [
          {key: "ours", name: zh ? "有此征兆者" : "Showing the sign", reference},
          {
            key: "same",
            name: zh ? "同样数量、按沉默时间选出者" : "An equal number, the longest silent",
            reference,
          },
        ],
        told.flatMap((rule) => [
          bar(rule, "ours", ruleOf(site, rule)!.precision),
          bar(rule, "same", ruleOf(site, rule)!.same_precision),
        ]),
        options,
      ),
    twin: rulesTable(site, [...ruleSets, ...signals, "warning", "control", "recovery"], title),
  };

  function rulesTable(own: Site, rules: readonly BacktestRule[], caption: string): Html {
    return comparisonTable(own, rules, caption, cubes.report.smallest_cell);
  }
}

/** The rules compared at the same number of warnings. */
export function rulesCompared(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const base = baseRate(site);
  if ((cubes.find("backtest-rules") ?? []).length === 0) return html``;
  const caption = zh
    ? "规则比较：每个切分日预警同样数量的客户"
    : "Rules compared, each warning of the same number at each date";
  const chance =
    base === null
      ? html``
      : html`<p class="note">${
          zh
            ? `随机挑选：${percent(base, locale)}会流失。区间为各切分日间的95%区间；各切分日的期间重叠，区间偏窄。`
            : `Picked at random, ${percent(base, locale)} would have lapsed. Intervals are 95%, over the dates; their horizons overlap, so they are too narrow rather than too wide.`
        }</p>`;
  return html`<p class="verdict">${backtestVerdict(warningFacts(site), locale)}</p>
${comparisonTable(site, ["lapse_warning", ...rankings], caption, cubes.report.smallest_cell)}
${chance}`;
}

function comparisonTable(
  site: Site,
  rules: readonly BacktestRule[],
  caption: string,
  smallest: number,
): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = rules.flatMap((rule) => (cubes.find("backtest-rules") ?? []).filter((r) => r.rule === rule));
  const range = (low: number | null, high: number | null): string =>
    low === null || high === null
      ? "–"
      : zh
        ? `${percent(low, locale)}至${percent(high, locale)}`
        : `${percent(low, locale)} to ${percent(high, locale)}`;
  const ahead = (low: number | null, high: number | null): string =>
    low === null || high === null
      ? "–"
      : {
          ours: zh ? "更好" : "better",
          naive: zh ? "更差" : "worse",
          unclear: zh ? "无明显差别" : "not clear",
        }[aheadOf(low, high)];
  return table(
    caption,
    [
      {head: zh ? "规则" : "Rule"},
      {head: zh ? "预警数" : "Warnings", number: true},
      {head: zh ? "精确率" : "Precision", number: true},
      {head: label("interval", locale), number: true},
      {head: zh ? "召回率" : "Recall", number: true},
      {head: zh ? "提升倍数" : "Lift", number: true},
      {head: zh ? "捕捉的金额" : "Money caught", number: true},
      {head: zh ? "减半或流失" : "Fell by half or lapsed", number: true},
      {head: zh ? "提前天数" : "Days ahead", number: true},
      {head: zh ? "与沉默天数比：客户" : "Against silence: customers"},
      {head: zh ? "与沉默天数比：金额" : "Against silence: money"},
    ],
    rows.map((r) => {
      const as = rowCells(r, report, locale);
      const told = (x: Html | string): Html | string =>
        r.suppressed && smallest > 1 ? absent("suppressed", report, locale) : x;
      const naive = r.rule === "by_silence";
      return {
        cells: [
          name(r.rule, site),
          as.count(r.alerts),
          as.percent(r.precision),
          told(range(r.precision_low, r.precision_high)),
          as.percent(r.recall),
          r.lift === null ? as.number(null) : ratio(r.lift, locale),
          as.percent(r.money),
          as.percent(r.fell),
          as.decimal(r.lead_days),
          naive ? "–" : told(ahead(r.ahead_low, r.ahead_high)),
          naive ? "–" : told(ahead(r.money_ahead_low, r.money_ahead_high)),
        ],
      };
    }),
  );
}
