import {needs, notShown, rowCells} from "../../absent.js";
import {kpiNow} from "../../findings/kpi-now.js";
import {count} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {causeDetails, causes} from "../../service-terms.js";
import {settingOf} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {sentenceCase} from "../../terms.js";
import {noComplaint} from "./complaint-funnel.js";
import {silentComplainers} from "./silent-complainers.js";

/** Complaints of the window by cause and detail, with the money of those who complained. */
export function causesTable(site: Site): Html {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const caption = zh ? "抱怨的原因" : "What complaints are about";
  if (!cubes.has("complaints")) return needs("complaints", caption, locale);
  const rows = cubes.find("complaint-causes") ?? [];
  if (rows.length === 0) return notShown(caption, noComplaint(site));
  return table(
    caption,
    [
      {head: zh ? "原因" : "Cause"},
      {head: zh ? "细目" : "Detail"},
      {head: zh ? "抱怨数" : "Complaints", number: true},
      {head: zh ? "客户数" : "Customers", number: true},
      {head: zh ? "成立" : "Valid", number: true},
      {head: zh ? "限期内解决" : "Resolved in the limit", number: true},
      {head: zh ? "满意" : "Satisfied", number: true},
      {head: zh ? "赔偿" : "Compensation", number: true},
      {head: zh ? "这些客户的收入" : "Revenue of these customers", number: true},
    ],
    rows.map((r) => {
      const as = rowCells(r, report, locale);
      // A count inside a cell may be left out though the cell is shown.
      const inside = rowCells({suppressed: true}, report, locale);
      return {
        cells: [
          sentenceCase(causes[r.cause][locale]),
          causeDetails[r.detail][locale],
          as.count(r.complaints),
          as.count(r.customers),
          inside.count(r.valid),
          inside.count(r.in_limit),
          inside.count(r.satisfied),
          as.money(r.compensation),
          as.money(r.revenue),
        ],
      };
    }),
  );
}

/**
 * How many dissatisfied customers may have kept silent, by the rule of thumb. Where scripts run the multiplier can be
 * changed, and stands in the address; else the setting's value stands.
 */
export function hiddenComplaints(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const caption = zh ? "没有说出来的抱怨" : "Complaints that nobody made";
  if (!cubes.has("complaints")) return needs("complaints", caption, locale);
  const now = (cubes.find("complaint-summary") ?? []).find((r) => r.as_of === cubes.report.as_of);
  if (!now) return notShown(caption, noComplaint(site));
  if (now.complainants === null)
    return notShown(
      caption,
      zh ? "抱怨的客户太少，不予公布。" : "Too few customers complained for this to be shown.",
    );
  const oneIn = settingOf(site, "service.complains_one_in", 27);
  const {customers} = kpiNow(cubes.read("kpis"));
  const silent = silentComplainers(now.complainants, customers, oneIn);
  const n = (x: number): string => count(x, locale);
  const input = html`<span class="one-in" data-value="${oneIn}" data-label="${zh ? "多少位不满的客户中有一位抱怨" : "Of how many dissatisfied customers one complains"}">${n(oneIn)}</span>`;
  const shown = (when: boolean): Html | null => (when ? null : html` hidden`);
  const figure = html`<strong class="silent">${n(silent.estimate)}</strong>`;
  const told = zh
    ? html`<output><span class="fits"${shown(silent.fits)}>则另有约${figure}位客户不满而未说。</span><span class="beyond"${shown(!silent.fits)}>则按此经验法则有${figure}位，多于其余全部${n(silent.others)}位客户：此法则不适合本企业。</span></output>`
    : html`<output><span class="fits"${shown(silent.fits)}>about ${figure} more are dissatisfied and silent.</span><span class="beyond"${shown(!silent.fits)}>the rule of thumb gives ${figure}, more than all your other ${n(silent.others)} customers: it doesn’t fit this business.</span></output>`;
  const data = html`data-complainants="${now.complainants}" data-customers="${customers}" data-lang="${locale}"`;
  const id = html`id="hidden-complaints"`;
  return zh
    ? html`<div class="hidden-complaints reference-points" ${id} ${data}><p class="chart-title">${caption}</p>
<p>窗口内有${n(now.complainants)}位客户抱怨过。若每${input}位不满的客户中只有1位抱怨，${told}</p>
<p class="chart-subtitle">经验法则，不是测量：比例出自文献（27位中有1位）<span class="with-scripts">，可在此修改</span>。买过的客户共${n(customers)}位。</p></div>`
    : html`<div class="hidden-complaints reference-points" ${id} ${data}><p class="chart-title">${caption}</p>
<p>${n(now.complainants)} ${now.complainants === 1 ? "customer" : "customers"} complained in the window. If 1 dissatisfied customer in ${input} complains, ${told}</p>
<p class="chart-subtitle">A rule of thumb, not a measurement: the ratio is the source’s (1 in 27)<span class="with-scripts"> and can be changed here</span>. ${n(customers)} customers have bought.</p></div>`;
}
