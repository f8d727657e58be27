import {rowCells, whyEmpty} from "../../absent.js";
import {type GroupBar, groupBars} from "../../charts/group-bars.js";
import {expectations, phases} from "../../coverage-terms.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, exactMoney, money, percent} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {settingOf} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {sum} from "./contact-words.js";

const colours = {
  prospect: null,
  acquisition: "stage-1",
  growth: "stage-3",
  maturity: "stage-5",
  inactive: "same",
} as const;

/** The rule of the phases, with the thresholds in force. */
export function lifecycleRule(site: Site): string {
  const of = (key: string, otherwise: number): number => settingOf(site, `lifecycle.${key}`, otherwise);
  const [young, old, more, silent] = [
    of("acquisition_days", 180),
    of("maturity_days", 730),
    of("growth_above", 1.1),
    of("inactive_days", 365),
  ];
  return site.locale === "zh"
    ? `潜在获取期：尚未购买，或首次订单不足${young}天；成熟期：首次订单已满${old}天，且近365天的收入不高于再前365天的${more}倍；成长期：其余；${silent}天无订单者另列。阶段名称出自文献，规则为自定`
    : `Acquisition: never bought, or a first order less than ${young} days old. Maturity: a first order at least ${old} days old, and the last 365 days brought at most ${more} times the 365 before. Growth: the rest. Those without an order in ${silent} days stand apart. The names are the source’s, the rules chosen`;
}

/** Accounts by phase, and the money that they bring. */
export function lifecycleExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const {report} = cubes;
  const rows = cubes.find("lifecycle") ?? [];
  const asked = rows.some((r) => r.phase === "prospect" && r.customers !== 0);
  const quantities = [
    {
      key: "customers",
      name: !asked ? label("share_customers", locale) : zh ? "占客户与潜在客户的比例" : "Share of accounts",
    },
    {key: "revenue", name: label("share_revenue", locale)},
  ] as const;
  const hidden = rows.some((r) => r.suppressed);
  const whole = (key: "customers" | "revenue"): number => sum(rows.map((r) => r[key]));
  const bars: GroupBar[] = quantities.flatMap(({key}) =>
    rows.map((r) => {
      const all = whole(key);
      const share = r[key] === null || hidden || all <= 0 ? null : r[key] / all;
      return {
        group: r.phase,
        quantity: key,
        share,
        text:
          r[key] === null
            ? "–"
            : share !== null
              ? percent(share, locale)
              : key === "customers"
                ? count(r.customers!, locale)
                : money(r[key], report, locale),
        exact:
          r[key] === null
            ? "–"
            : `${share === null ? "" : `${percent(share, locale)} · `}${key === "customers" ? count(r[key], locale) : exactMoney(r[key], report, locale)}`,
        suppressed: r.suppressed || (hidden && key === "revenue"),
        mark: r.customers ? cellMark("lifecycle", {phase: r.phase}) : undefined,
      };
    }),
  );
  const live = rows.filter((r) => r.phase !== "prospect" && r.customers !== null);
  const largest = [...live].sort((a, b) => b.customers! - a.customers!)[0];
  const part = largest?.customers && !hidden ? largest.customers / whole("customers") : null;
  const base = count(hidden ? 0 : whole("customers"), locale);
  const ofAll = zh
    ? asked
      ? `含潜在客户共${base}位，占`
      : `全部${base}位中占`
    : asked
      ? `of ${base} accounts, prospects included`
      : `of ${base}`;
  const title = zh ? "客户关系生命周期的阶段" : "Phases of the relationship’s life";
  return {
    id: "lifecycle",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `占${asked ? "客户与潜在客户" : "客户"}的比例与占收入的比例，截至${day(report.as_of, locale)}；规则见计算方法`
      : `Share of ${asked ? "accounts, prospects included," : "customers"} and of revenue, as of ${day(report.as_of, locale)}; by the rules at the end of the page`,
    says: largest?.customers
      ? zh
        ? `最大的一组是“${phases[largest.phase].zh}”：${count(largest.customers, "zh")}位客户${part === null ? "" : `，${ofAll}${percent(part, "zh")}`}。`
        : `The largest group is “${phases[largest.phase].en}”: ${count(largest.customers, "en")} ${largest.customers === 1 ? "customer" : "customers"}${part === null ? "" : `, ${percent(part, "en")} ${ofAll}`}.`
      : largest
        ? zh
          ? "没有购买过的客户。"
          : "None of them has bought."
        : zh
          ? "客户太少，无法公布。"
          : "Too few customers can be shown.",
    draw: (options) =>
      groupBars(
        rows.map((r) => ({
          key: r.phase,
          name: sentenceCase(phases[r.phase][locale]),
          colour: colours[r.phase],
        })),
        quantities,
        bars,
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "阶段" : "Phase"},
        {head: label("accounts", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("profit", locale), number: true},
        {head: zh ? "互动次数" : "Contacts", number: true},
        {head: zh ? "每客户互动次数" : "Contacts per account", number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, report, locale);
        return {
          cells: [
            sentenceCase(phases[r.phase][locale]),
            as.count(r.customers),
            as.money(r.revenue),
            as.profit(r.profit),
            as.count(r.contacts),
            as.decimal(r.contacts === null || !r.customers ? null : r.contacts / r.customers),
          ],
        };
      }),
    ),
  };
}

/** What customers expect in each phase, after the source. */
export function expectationsTable({locale}: Site): Html {
  const zh = locale === "zh";
  return html`${table(
    zh ? "各阶段客户的期望（出自文献）" : "What customers expect in each phase (after the source)",
    [
      {head: zh ? "阶段" : "Phase"},
      {head: zh ? "基本期望" : "Basic expectations"},
      {head: zh ? "潜在期望" : "Latent expectations"},
    ],
    expectations.map((e) => ({
      cells: [
        e.phase[locale],
        html`<span class="text">${e.basic[locale]}</span>`,
        html`<span class="text">${e.latent[locale]}</span>`,
      ],
    })),
  )}`;
}
