import {needs} from "../absent.js";
import {count, day} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {type ContactLevels, type CustomerRecord, rowsOf} from "./record.js";
import {levelWords} from "./words.js";

const signs = {up: "▲", down: "▼"};

function moved(now: number | null, before: number | null, {locale}: Site): string {
  if (now === null || before === null || now === before) return "";
  const n = Math.abs(now - before);
  const way = now > before ? "up" : "down";
  return locale === "zh"
    ? ` ${signs[way]} ${way === "up" ? "上升" : "下降"}${n}级`
    : ` ${signs[way]} ${way} ${n}`;
}

function row(c: ContactLevels, site: Site): string[] {
  const {locale} = site;
  const {report} = site.cubes;
  const zh = locale === "zh";
  return [
    c.contact_id ?? (zh ? "整个客户" : "The account as a whole"),
    c.contact_role ?? "–",
    levelWords("personal", c.personal, report, locale) + moved(c.personal, c.personal_before, site),
    levelWords("company", c.company, report, locale) + moved(c.company, c.company_before, site),
    day(c.assessed_on, locale),
    c.before_on === null ? "–" : day(c.before_on, locale),
  ];
}

/** Each contact's newest personal and company level, with what it was before; and who was met of late. */
export function contactsPart(customer: CustomerRecord, site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const title = zh ? "各联系人的关系等级" : "Levels of each contact";
  const rows = rowsOf(customer.contacts);
  const levels = !cubes.has("relationships")
    ? needs("relationships", title, locale)
    : rows.length === 0
      ? html`<p>${zh ? "尚未评估。" : "Nobody has assessed this customer."}</p>`
      : table(
          title,
          [
            {head: zh ? "联系人" : "Contact"},
            {head: zh ? "角色" : "Role"},
            {head: zh ? "个人关系" : "Personal relationship"},
            {head: zh ? "公司关系" : "Company relationship"},
            {head: zh ? "评估日" : "Assessed on"},
            {head: zh ? "上次评估" : "Before that"},
          ],
          rows.map((c) => ({cells: row(c, site)})),
        );
  const met = customer.contact;
  const stale =
    customer.relationship.assessed_days_ago !== null &&
    customer.relationship.assessed_days_ago > cubes.report.stale_after_days;
  // What the export leaves blank is not known, which is not none.
  const reached = met
    ? [
        ...(met.people > 0
          ? [
              zh
                ? `${count(met.people, locale)}人`
                : `with ${count(met.people, locale)} ${met.people === 1 ? "person" : "people"}`,
            ]
          : []),
        ...(met.departments > 0
          ? [
              zh
                ? `${count(met.departments, locale)}个部门`
                : `in ${count(met.departments, locale)} ${met.departments === 1 ? "department" : "departments"}`,
            ]
          : []),
      ]
    : [];
  const said = [
    stale
      ? zh
        ? `最近一次评估在${count(customer.relationship.assessed_days_ago!, locale)}天前，已过期。`
        : `The newest assessment is ${count(customer.relationship.assessed_days_ago!, locale)} days old: stale.`
      : "",
    !cubes.has("interactions")
      ? ""
      : met === null
        ? zh
          ? "没有联系记录。"
          : "No contact with this customer is on record."
        : zh
          ? `近期联系${count(met.contacts_held, locale)}次${reached.length > 0 ? `，涉及${reached.join("、")}` : ""}；高层互访${met.senior_visit_on ? `最近一次在${day(met.senior_visit_on, locale)}${met.senior_visit_regular === null ? "" : met.senior_visit_regular ? "，属定期互访" : "，未形成定期互访"}` : "没有记录"}。`
          : `${count(met.contacts_held, locale)} ${met.contacts_held === 1 ? "contact" : "contacts"} recently${reached.map((text) => ` ${text}`).join("")}; ${met.senior_visit_on ? `the last senior visit was on ${day(met.senior_visit_on, locale)}${met.senior_visit_regular === null ? "" : met.senior_visit_regular ? ", and they are regular" : ", and they are not regular"}` : "no senior visit on record"}.`,
  ].filter((text) => text !== "");
  return html`${levels}${
    said.length > 0 ? html`<p class="more">${said.join(zh ? "" : " ")}</p>` : null
  }${cubes.has("interactions") ? null : html`<p class="more">${zh ? html`联系情况需要 <code>interactions</code> 导出文件。` : html`Who was met needs the <code>interactions</code> export.`}</p>`}`;
}
