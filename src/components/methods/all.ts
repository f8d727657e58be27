import {minimumsTable} from "../exhibits/relationship/grid.js";
import {type Html, html} from "../html.js";
import {settingOf, threshold} from "../settings-in-force.js";
import type {Site} from "../site.js";
import {measures, presets} from "../terms.js";
import {windowWords} from "../window-words.js";
import {budgetMethod, coverageMethod} from "./coverage.js";
import {customerMethod} from "./customer.js";
import {movementMethod} from "./movement.js";
import {relationshipMethod, walletMethod} from "./relationship.js";
import {serviceMethod} from "./service.js";
import {comparisonMethod, lifetimeMethod, pyramidMethod, rfmMethod} from "./value.js";
import {warningMethod} from "./warning.js";
import {workbenchMethod} from "./workbench.js";

/** A term with its definition. */
export type Entry = readonly [string, string];

function list(entries: readonly Entry[]): Html {
  return html`<dl class="method">${entries.map(
    ([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>
`,
  )}</dl>`;
}

function frame({cubes: {report}, locale}: Site): Entry[] {
  const hidden = report.smallest_cell > 1;
  return locale === "zh"
    ? [
        ["窗口", `频度、值度、帕累托、ABC与主要指标：${windowWords(report, locale)}。`],
        ["客户", "自首个非退款订单起计入；仅有退款的客户与潜在客户不进入分类与单元，另行计数。"],
        ...(hidden
          ? [["隐去", `少于${report.smallest_cell}位客户的数字不公布，可由此推出的数字也不公布。`] as const]
          : []),
      ]
    : [
        ["Window", `Frequency, money, Pareto, ABC and the headline figures: ${windowWords(report, locale)}.`],
        [
          "Customers",
          "A customer exists from its first order that is not a refund. Refund-only customers and prospects stand outside classes and cells and are counted beside them.",
        ],
        ...(hidden
          ? [
              [
                "Suppression",
                `Numbers of fewer than ${report.smallest_cell} customers are not published, nor those from which they could be worked out.`,
              ] as const,
            ]
          : []),
      ];
}

/** How each page's figures are computed, with the definitions and thresholds in force. */
export const methods: Readonly<Record<string, (site: Site) => Html>> = {
  pareto(site) {
    const {cubes, locale} = site;
    const {primary_abc_preset: preset, primary_abc_measure: measure} = cubes.report;
    const p = threshold;
    const [a, b] = [settingOf(site, "pareto.customers_a", 0.2), settingOf(site, "pareto.customers_b", 0.7)];
    const [va, vb] = [settingOf(site, "pareto.value_a", 0.8), settingOf(site, "pareto.value_b", 0.15)];
    return list(
      locale === "zh"
        ? [
            [
              "帕累托曲线",
              "客户按金额从大到小排列，累计金额占合计的比例。有客户亏损时，利润曲线先升过100%再回落（鲸鱼曲线），标出峰值。前20%等比例取整数客户，向上进位：21位客户的20%为5位；不足50位客户时写明人数。",
            ],
            [
              "按客户数",
              `A类为前${p(a)}的客户，B类为其后${p(b)}，C类为最后${p(1 - a - b)}。文献称其利润占比为80/20/0%，本页并列实际占比。`,
            ],
            [
              "按金额",
              `A类至正值合计的${p(va)}，B类至${p(va + vb)}，C类为其余；D类没有收入（利润），或收入（利润）为负。跨过分界的客户归入前一类。`,
            ],
            ["其他页面采用的分类", `${presets[preset].zh}，以${measures[measure].zh}排序。`],
            [
              "基尼系数",
              "0为各客户相等，1为全归一人；有负值时以绝对值之和归一（Raffinetti–Siletti–Vernizzi）。",
            ],
            ...frame(site),
          ]
        : [
            [
              "Pareto curve",
              "Customers from largest to smallest; their money so far over the total. Where customers lose money the profit curve climbs above 100% and falls back (the whale curve); its peak is marked. Shares of customers are rounded up to whole ones: 20% of 21 are 5; of fewer than 50 the count is stated.",
            ],
            [
              "By number of customers",
              `Class A is the top ${p(a)} of customers, B the next ${p(b)}, C the last ${p(1 - a - b)}. The source claims 80/20/0% of profit for them; the actual shares stand beside the claim.`,
            ],
            [
              "By value",
              `Class A up to ${p(va)} of the positive total, B up to ${p(va + vb)}, C the rest; D has no revenue (or profit), or a negative one. The customer that crosses a line belongs to the class before it.`,
            ],
            ["Classes on other pages", `Those ${presets[preset].en}, ranked by ${measures[measure].en}.`],
            [
              "Gini coefficient",
              "0 where all are equal, 1 where one has all; with negative values normalised by the sum of absolute values (Raffinetti, Siletti and Vernizzi).",
            ],
            ...frame(site),
          ],
    );
  },
  rfm: (site) => list([...rfmMethod(site), ...frame(site)]),
  lifetime: (site) => list([...lifetimeMethod(site), ...frame(site)]),
  pyramid: (site) => list([...pyramidMethod(site), ...frame(site)]),
  methods: (site) => list([...comparisonMethod(site), ...frame(site)]),
  relationship: (site) => html`${list([...relationshipMethod(site), ...frame(site)])}${minimumsTable(site)}`,
  wallet: (site) => list([...walletMethod(site), ...frame(site)]),
  movement: (site) => list([...movementMethod(site), ...frame(site)]),
  warnings: (site) => list([...warningMethod(site), ...frame(site)]),
  service: (site) => list([...serviceMethod(site), ...frame(site)]),
  coverage: (site) => list([...coverageMethod(site), ...frame(site)]),
  customer: (site) => list([...customerMethod(site), ...frame(site)]),
  workbench: (site) => list([...workbenchMethod(site), ...frame(site)]),
  budget: (site) => list([...budgetMethod(site), ...frame(site)]),
  data(site) {
    const {locale} = site;
    return list(
      locale === "zh"
        ? [["核对", "读取行数＝使用行数＋未用行数，行数与金额都逐一核对；不符则不出报告。"], ...frame(site)]
        : [
            [
              "Reconciliation",
              "Rows read are rows used plus rows rejected, in rows and in money. Where they differ, no report is built.",
            ],
            ...frame(site),
          ],
    );
  },
};
