import {rowCells} from "../../absent.js";
import {classBasis} from "../../class-basis.js";
import {percent} from "../../formats.js";
import {type Html, html} from "../../html.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {classes, label} from "../../terms.js";
import {hoursWords} from "./complaint-times.js";

/** What each class gets beside its level: answers to complaints, and invitations to take part. */
export function vipTable(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("service-classes") ?? [];
  const [contacts, complaints] = [cubes.has("interactions"), cubes.has("complaints")];
  const lacks = [...(complaints ? [] : ["complaints"]), ...(contacts ? [] : ["interactions"])];
  return html`${table(
    zh
      ? `对不合格的反应与客户的参与，${classBasis(site)}`
      : `Response to a non-conformity and participation, ${classBasis(site)}`,
    [
      {head: label("class", locale)},
      {head: label("customers", locale), number: true},
      ...(complaints
        ? [
            {head: zh ? "有抱怨的客户" : "Complained", number: true},
            {head: zh ? "解决用时（中位数）" : "Median time to resolve", number: true},
            {head: zh ? "限期内解决" : "Resolved in the limit", number: true},
          ]
        : []),
      ...(contacts
        ? [
            {head: zh ? "受邀客户" : "Invited", number: true},
            {head: zh ? "到场客户" : "Took part", number: true},
            {head: zh ? "低于建议层次" : "Below the level suggested", number: true},
          ]
        : []),
    ],
    rows.map((r) => {
      const as = rowCells({suppressed: true}, report, locale);
      const none = r.complainants === 0;
      return {
        cells: [
          classes[r.class][locale],
          as.count(r.customers),
          ...(complaints
            ? [
                as.count(r.complainants),
                r.median_hours !== null ? hoursWords(r.median_hours, site) : none ? "–" : as.count(null),
                r.in_limit_share !== null ? percent(r.in_limit_share, locale) : none ? "–" : as.count(null),
              ]
            : []),
          ...(contacts ? [as.count(r.invited), as.count(r.took_part), as.count(r.below)] : []),
        ],
      };
    }),
  )}${
    lacks.length > 0
      ? html`<p class="more">${zh ? "其余各列需要导出文件：" : "The other columns need the exports: "}${lacks.map((name, i) => html`${i > 0 ? (zh ? "、" : ", ") : null}<code>${name}</code>`)}${zh ? "。" : "."}</p>`
      : null
  }`;
}
