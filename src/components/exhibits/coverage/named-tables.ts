import type {VisitAccountRow} from "../../../cubes/coverage.js";
import {needs} from "../../absent.js";
import {type Html, html} from "../../html.js";
import type {Site} from "../../site.js";
import {costList, visitList} from "./account-lists.js";
import {costLack} from "./costs.js";

/** Accounts of class A seen too little, or of class C seen too much; only where this audience may see names. */
export function visitAccounts(site: Site, [list]: readonly string[]): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  if (list !== "under" && list !== "over") throw new Error(`"${list}" is no list of accounts: under or over`);
  const caption =
    list === "under"
      ? zh
        ? "A类客户中访问不足者，按金额排列"
        : "Class A accounts seen too little, by the money they bring"
      : zh
        ? "C类客户中访问超出计划者"
        : "Class C accounts seen more than planned";
  if (!cubes.has("interactions")) return needs("interactions", caption, locale);
  const rows = (cubes.find("visit-accounts") ?? []).filter((r: VisitAccountRow) => r.list === list);
  if (rows.length === 0) return html``;
  return html`<details class="cells"><summary>${caption}</summary>${visitList(list, rows, site, {id: `visit-${list}`, title: caption})}</details>`;
}

/** Accounts that cost more to serve than they bring, by name; only where this audience may see names. */
export function costAccounts(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const caption = zh ? "服务成本高于利润的客户" : "Accounts that cost more to serve than they bring";
  const lack = costLack(site);
  if (lack) return needs(lack, caption, locale);
  const rows = cubes.find("cost-accounts") ?? [];
  if (rows.length === 0) return html``;
  const most = zh
    ? `（至多${rows.length}位，差额最大者在前）`
    : `, the largest shortfalls first (${rows.length} listed)`;
  return html`<details class="cells"><summary>${caption}<span data-list-rest>${most}</span></summary>${costList(rows, site, {id: "cost-accounts", title: caption})}</details>`;
}
