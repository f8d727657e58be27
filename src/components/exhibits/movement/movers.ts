import type {ClassMoverRow} from "../../../cubes/movement.js";
import type {ActionRow} from "../../../cubes/value.js";
import {needs, notShown, whyEmpty} from "../../absent.js";
import {customerLink} from "../../customer-link.js";
import {count, day, exactMoney} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {movementModelTerms} from "../../movement-terms.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {gridStageTerms, label, sentenceCase, walletStageTerms} from "../../terms.js";
import {classLabel} from "../../value-terms.js";

/** How many of each direction are listed; the rest are counted. */
const most = 10;

const titles = {
  up: {en: "moved up", zh: "上移的客户"},
  down: {en: "regressed", zh: "倒退的客户"},
};

function classOf(model: ClassMoverRow["model"], key: string, {locale}: Site): string {
  if (model === "metal") return classLabel("metal", key, locale);
  const terms: Readonly<Record<string, {en: string; zh: string}>> =
    model === "grid_stage" ? gridStageTerms : walletStageTerms;
  return sentenceCase(terms[key]?.[locale] ?? key);
}

function listOf(rows: readonly ClassMoverRow[], actions: readonly ActionRow[], site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const first = rows[0]!;
  const cash = (x: number): string => exactMoney(x, report, locale);
  const what = label(report.has_profit ? "profit" : "revenue", locale);
  const shown = rows.slice(0, most);
  const rest = first.movers - shown.length;
  const caption = zh
    ? `${movementModelTerms[first.model].zh}中${titles[first.direction].zh}：${day(first.from, locale)}至${day(first.to, locale)}，${what}变化最大的${count(shown.length, locale)}位${rest > 0 ? `（共${count(first.movers, locale)}位）` : ""}`
    : `${movementModelTerms[first.model].en}, ${titles[first.direction].en}: ${day(first.from, locale)} to ${day(first.to, locale)}, ${shown.length === 1 ? "one" : `the ${count(shown.length, locale)}`} ${rest > 0 ? `of ${count(first.movers, locale)} ` : ""}with the largest change of ${what.toLowerCase()}`;
  const suggestion = (to: string): string => {
    const action = actions.find((a) => a.model === first.model && a.class === to);
    if (!action) return "–";
    const draft = action.approver
      ? zh
        ? `（草案，须经${action.approver.zh}批准）`
        : ` (draft; ${action.approver.en})`
      : "";
    return action.action[locale] + draft;
  };
  return html`${table(
    caption,
    [
      {head: label("customer", locale)},
      {head: label("name", locale)},
      {head: zh ? "由 → 到" : "From → to"},
      {head: zh ? "首见于" : "First seen there on"},
      {head: zh ? `之前${what}` : `${what} before`, number: true},
      {head: zh ? `之后${what}` : `${what} after`, number: true},
      {head: zh ? "变化" : "Change", number: true},
      {head: label("suggestion", locale)},
    ],
    shown.map((r) => ({
      cells: [
        customerLink(r.customer_id),
        r.name ?? "–",
        html`${r.direction === "up" ? "▲" : "▼"} ${classOf(r.model, r.from_class, site)} <span class="whole">→ ${classOf(r.model, r.to_class, site)}</span>`,
        html`<span class="mover-day">${day(r.seen_on, locale)}</span>`,
        cash(r.money_before),
        cash(r.money_after),
        cash(r.money_after - r.money_before),
        html`<span class="mover-suggestion">${suggestion(r.to_class)}</span>`,
      ],
    })),
  )}`;
}

function moversTable(site: Site, model: ClassMoverRow["model"]): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const name = movementModelTerms[model][locale];
  const title = zh ? `${name}：移动的客户名单` : `${name}: who moved, by name`;
  const export_ = ({grid_stage: "relationships", wallet_stage: "wallets"} as const)[model as "grid_stage"];
  if (export_ && !cubes.has(export_)) return needs(export_, title, locale);
  const all = cubes.find("class-movers");
  if (all === null) return notShown(title, whyEmpty("audience", locale));
  if (cubes.report.dates.length < 2) return notShown(title, whyEmpty("history", locale));
  const rows = all.filter((r) => r.model === model);
  if (rows.length === 0)
    return html`<p>${zh ? `${name}：没有客户上移或倒退。` : `${name}: nobody moved up or regressed.`}</p>`;
  const actions = cubes.find("actions") ?? [];
  const ways = (["down", "up"] as const).map((d) => rows.filter((r) => r.direction === d));
  return html`${ways.filter((r) => r.length > 0).map((r) => listOf(r, actions, site))}
<p class="more">${
    zh
      ? "两日各按当日的标准；“首见于”为此后首个处于新级别的截止日。建议为新级别的首项建议，仅供参考，由人判断。"
      : "Each day by its own rules; “first seen” is the first as-of date since on which the customer stood there. The suggestion is the first of the new class: a suggestion, for people to judge."
  }</p>`;
}

/** Who moved in the migration pyramid over about a year, up and down apart. */
export function pyramidMovers(site: Site): Html {
  return moversTable(site, "metal");
}

/** The same in one of the two stage models: `grid` or `wallet`. */
export function stageMovers(site: Site, args: readonly string[]): Html {
  if (args[0] !== "grid" && args[0] !== "wallet")
    throw new Error(`"${args[0]}" is no stage model: grid or wallet`);
  return moversTable(site, `${args[0]}_stage`);
}
