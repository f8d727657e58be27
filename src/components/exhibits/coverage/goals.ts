import {rowCells, whyEmpty} from "../../absent.js";
import {type GroupBar, groupBars} from "../../charts/group-bars.js";
import {goalStates, outcomes} from "../../coverage-terms.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, exactMoney, money, percent} from "../../formats.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {contactedClass, spanOf, sum} from "./contact-words.js";

const states = ["reached", "not_reached", "overdue", "open"] as const;
const stateColours = {reached: "up", not_reached: "down", overdue: "class-c", open: "same"};

/** Contacts with a goal: reached, missed, overdue, open. */
export function goalsExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const rows = cubes.find("contact-goals") ?? [];
  const totals = states.map((state) => {
    const own = rows.filter((r) => r.state === state);
    return {state, hidden: own.some((r) => r.suppressed), contacts: sum(own.map((r) => r.contacts))};
  });
  const whole = totals.some((t) => t.hidden) ? null : sum(totals.map((t) => t.contacts));
  const bars: GroupBar[] = totals.map((t) => {
    const share = whole ? t.contacts / whole : null;
    return {
      group: t.state,
      quantity: "contacts",
      share,
      text: share === null ? "–" : `${percent(share, locale)} · ${count(t.contacts, locale)}`,
      exact: share === null ? "–" : `${percent(share, locale)} · ${count(t.contacts, locale)}`,
      suppressed: whole === null,
      mark: t.contacts > 0 ? cellMark("contact-goals", {state: t.state}) : undefined,
    };
  });
  const [reached, , overdue] = totals;
  const title = zh ? "互动目标是否达成" : "Goals of contacts, reached or not";
  return {
    id: "contact-goals",
    needs: "interactions",
    missing:
      rows.length === 0 ? (zh ? "导出文件中没有互动目标。" : "The export has no contact with a goal.") : null,
    title,
    subtitle: zh
      ? `有目标的互动，${spanOf(site)}，按截止日的状态；逾期指期限已过而无结果`
      : `Contacts with a goal, ${spanOf(site)}, as they stand at the end; overdue: the date has passed and nothing is said`,
    says: whole
      ? zh
        ? `${count(whole, "zh")}个目标中，${percent(reached!.contacts / whole, "zh")}已达成，${percent(overdue!.contacts / whole, "zh")}逾期。`
        : `Of ${count(whole, "en")} ${whole === 1 ? "goal" : "goals"}, ${percent(reached!.contacts / whole, "en")} ${whole === 1 ? "is" : "are"} reached and ${percent(overdue!.contacts / whole, "en")} overdue.`
      : whole === 0
        ? zh
          ? "没有设定目标的互动。"
          : "There are no contacts with a goal."
        : zh
          ? "部分单元客户太少，占比已隐去。"
          : "Some cells hold too few customers for shares to be shown.",
    draw: (options) =>
      groupBars(
        states.map((s) => ({key: s, name: sentenceCase(goalStates[s][locale]), colour: stateColours[s]})),
        [{key: "contacts", name: zh ? "占有目标互动的比例" : "Share of contacts with a goal"}],
        bars,
        options,
      ),
    twin: table(
      title,
      [
        {head: label("class", locale)},
        {head: zh ? "状态" : "State"},
        {head: label("accounts", locale), number: true},
        {head: zh ? "互动次数" : "Contacts", number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, cubes.report, locale);
        return {
          cells: [
            contactedClass(r.class, site),
            goalStates[r.state][locale],
            as.count(r.customers),
            as.count(r.contacts),
          ],
        };
      }),
    ),
  };
}

/** Mean purchases before and after the last contact of each outcome. */
export function beforeAfterExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const {report} = cubes;
  const rows = cubes.find("contact-effect") ?? [];
  const days = cubes.read("coverage-period").effect_days;
  const quantities = [
    {key: "before", name: zh ? `之前${days}天，每客户` : `${days} days before, per account`},
    {key: "after", name: zh ? `之后${days}天，每客户` : `${days} days after, per account`},
  ] as const;
  const mean = (r: (typeof rows)[number], key: "before" | "after"): number | null =>
    r[key] === null || !r.customers ? null : Math.round(r[key] / r.customers);
  const most = Math.max(1, ...rows.flatMap((r) => quantities.map((q) => Math.abs(mean(r, q.key) ?? 0))));
  const name = (o: keyof typeof outcomes): string => sentenceCase(outcomes[o][locale]);
  const bars: GroupBar[] = quantities.flatMap((q) =>
    rows.map((r) => {
      const x = mean(r, q.key);
      return {
        group: r.outcome,
        quantity: q.key,
        share: x === null ? null : x / most,
        text: x === null ? "–" : money(x, report, locale),
        exact: x === null ? "–" : exactMoney(x, report, locale),
        suppressed: r.suppressed,
        mark: r.customers ? cellMark("contact-effect", {outcome: r.outcome}) : undefined,
      };
    }),
  );
  const first = rows.find((r) => r.outcome === "reached" && !r.suppressed);
  const [before, after] = first ? [mean(first, "before"), mean(first, "after")] : [null, null];
  const title = zh ? "互动前后的购买" : "Buying before and after a contact";
  return {
    id: "contact-effect",
    needs: "interactions",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `每客户在各结果的最后一次互动前后各${days}天的收入；仅为描述，不是效果`
      : `Revenue per account in the ${days} days before and after its last contact of each outcome; a description, not an effect`,
    says:
      before !== null && after !== null
        ? zh
          ? `目标达成的客户，之前平均${money(before, report, "zh")}，之后${money(after, report, "zh")}；差别不能仅凭此归因于互动。`
          : `Accounts whose goal was reached bought ${money(before, report, "en")} on average before and ${money(after, report, "en")} after; that alone doesn’t make the difference the contact’s doing.`
        : zh
          ? "没有可以公布的已达成目标。"
          : "No goal that was reached can be shown.",
    draw: (options) =>
      groupBars(
        rows.map((r) => ({
          key: r.outcome,
          name: name(r.outcome),
          colour: r.outcome === "reached" ? "up" : "same",
        })),
        quantities,
        bars,
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "结果" : "Outcome"},
        {head: label("customers", locale), number: true},
        {head: zh ? "之前合计" : "Before, in all", number: true},
        {head: zh ? "之后合计" : "After, in all", number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, report, locale);
        return {cells: [name(r.outcome), as.count(r.customers), as.money(r.before), as.money(r.after)]};
      }),
    ),
  };
}
