import type {Locale, RfmScheme} from "../../cubes.js";
import {type Html, html} from "../html.js";
import {settingText} from "../settings-in-force.js";
import type {Site} from "../site.js";
import {schemes, sentenceCase} from "../terms.js";
import {schemeRules} from "../value-terms.js";
import {exhibit} from "./exhibit.js";
import {cellTable, slicesExhibit, thresholdTable} from "./rfm.js";

const order: readonly RfmScheme[] = ["together", "ntile", "nested", "fixed", "airline", "custom"];

/** The R breaks of the fixed scheme in words: "≤7 days: 5, 8–30: 4, …". */
function fixedBreaks(site: Site): string {
  const zh = site.locale === "zh";
  const breaks = (settingText(site, "rfm.fixed.recency") ?? "7, 30, 60, 120").split(/,\s*/).map(Number);
  const parts = breaks.map((b, i) => {
    const range = i === 0 ? `≤${b}` : `${breaks[i - 1]! + 1}–${b}`;
    return zh ? `${range}天${5 - i}分` : `${range}${i === 0 ? " days" : ""}: ${5 - i}`;
  });
  const last = breaks.at(-1)!;
  return zh ? `${parts.join("，")}，超过${last}天1分` : `${parts.join("; ")}; more: 1`;
}

function customParts(site: Site): string {
  const zh = site.locale === "zh";
  const bins = settingText(site, "rfm.custom.bins") ?? "3";
  const own = (["recency", "frequency", "money"] as const).flatMap((axis) => {
    const breaks = settingText(site, `rfm.custom.${axis}`);
    const names = {
      recency: zh ? "近度" : "recency",
      frequency: zh ? "频度" : "frequency",
      money: zh ? "值度" : "money",
    };
    return breaks ? [zh ? `${names[axis]}分界${breaks}` : `${names[axis]} at ${breaks}`] : [];
  });
  const equal = zh
    ? `其余每轴${bins}等分`
    : `${bins} equal parts on ${own.length > 0 ? "the other axes" : "each axis"}`;
  if (own.length === 0) return zh ? `每轴${bins}等分` : equal;
  return own.length === 3 ? own.join(zh ? "；" : "; ") : [...own, equal].join(zh ? "；" : "; ");
}

/** A scheme's definition, thresholds in force and where they come from. */
export function schemeRule(scheme: RfmScheme, site: Site): string {
  return schemeRules[scheme][site.locale]
    .replace("{fixed}", () => fixedBreaks(site))
    .replace("{custom}", () => customParts(site));
}

const heading = (scheme: RfmScheme, locale: Locale): string => sentenceCase(schemes[scheme][locale]);

/**
 * Every scheme with its definition, cells, thresholds and table: the report's own first and open, the others folded, each
 * with an address of its own. It needs no script.
 */
export function schemeSections(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const primary = cubes.report.primary_scheme;
  const present = order.filter((s) => cubes.read("rfm").some((r) => r.scheme === s));
  const sorted = [primary, ...present.filter((s) => s !== primary)];
  const body = (scheme: RfmScheme): Html => {
    const large =
      Math.max(0, ...cubes.read("rfm").flatMap((r) => (r.scheme === scheme ? [r.r, r.f, r.m] : []))) > 5;
    return html`<p>${schemeRule(scheme, site)}</p>
${
  large
    ? html`<p>${zh ? "分数多于5档，只列表格。" : "With more than five scores it stands in tables alone."}</p>`
    : html`${exhibit(slicesExhibit(site, [scheme, "customers"]), site)}${
        scheme === primary ? exhibit(slicesExhibit(site, [scheme, "revenue"]), site) : null
      }`
}
${thresholdTable(site, [scheme])}
${cellTable(site, [scheme])}`;
  };
  const nav = html`<ul class="scheme-list">${sorted.map(
    (s) =>
      html`<li><a href="#scheme-${s}">${heading(s, locale)}</a>${s === primary ? (zh ? "（本报告采用）" : " (used in this report)") : null}</li>
`,
  )}</ul>`;
  return html`${nav}<section id="scheme-${primary}" class="scheme"><h3>${heading(primary, locale)}</h3>${body(primary)}</section>
${sorted.slice(1).map(
  (s) =>
    html`<details id="scheme-${s}" class="scheme"><summary>${zh ? "另一方案：" : "Another scheme: "}${heading(s, locale)}</summary>${body(s)}</details>
`,
)}`;
}
