import {money, month, percent} from "../formats.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {classes, label} from "../terms.js";
import {classLabel} from "../value-terms.js";
import {type CustomerRecord, type DatedScores, rowsOf} from "./record.js";
import {gridStageLabel, walletStageLabel} from "./words.js";

/** A customer's verdict in each model at each as-of date: a line for each model, a column for each date. */
export function scoresPart(customer: CustomerRecord, site: Site): Html {
  const {
    cubes: {report, has},
    locale,
  } = site;
  const zh = locale === "zh";
  // Newest first: on a phone the first columns are the ones that are seen.
  const dated = [...rowsOf(customer.scores)].reverse();
  const cash = (minor: number | null): string => (minor === null ? "–" : money(minor, report, locale));
  const lines: {name: string; shown: boolean; cell: (s: DatedScores) => Html | string}[] = [
    {name: zh ? "窗口收入" : "Revenue in the window", shown: true, cell: (s) => cash(s.revenue)},
    {
      name: zh ? "RFM单元" : "RFM cell",
      shown: true,
      cell: (s) => (s.r === null ? "–" : `${s.r}${s.f}${s.m}`),
    },
    {
      name: zh ? "RFM细分" : "RFM segment",
      shown: true,
      cell: (s) => (s.segment ? classLabel("rfm_segment", s.segment, locale) : "–"),
    },
    {name: "ABC", shown: true, cell: (s) => (s.abc ? classes[s.abc][locale] : "–")},
    {
      name: zh ? "客户金字塔" : "Migration pyramid",
      shown: true,
      cell: (s) => (s.metal ? classLabel("metal", s.metal, locale) : "–"),
    },
    {
      name: zh ? "方格阶段" : "Grid stage",
      shown: has("relationships"),
      cell: (s) => gridStageLabel(s.grid_stage, locale),
    },
    {
      name: zh ? "份额阶段" : "Wallet stage",
      shown: has("wallets"),
      cell: (s) => walletStageLabel(s.wallet_stage, locale),
    },
    {
      name: label("wallet_share", locale),
      shown: has("wallets"),
      cell: (s) => (s.wallet_share === null ? "–" : percent(s.wallet_share, locale)),
    },
    {name: label("gap", locale), shown: has("wallets"), cell: (s) => cash(s.gap)},
    {name: label("clv", locale), shown: true, cell: (s) => cash(s.clv)},
    {
      name: zh ? "活跃概率P(alive)" : "P(alive)",
      shown: true,
      cell: (s) => (s.p_alive === null ? "–" : percent(s.p_alive, locale)),
    },
  ];
  const lacking = (["relationships", "wallets"] as const).filter((name) => !has(name));
  return html`${table(
    zh
      ? "各截止日的判定（最近的在前），每列只用当日已知的数据"
      : "The verdict at each as-of date, newest first, each column from what was known on its day",
    [{head: zh ? "模型" : "Model"}, ...dated.map((s) => ({head: month(s.as_of, locale), number: true}))],
    lines.filter((l) => l.shown).map((l) => ({cells: [l.name, ...dated.map((s) => l.cell(s))]})),
  )}${lacking.map(
    (name) =>
      html`<p class="more">${
        name === "relationships"
          ? zh
            ? html`方格阶段需要 <code>relationships</code> 导出文件。`
            : html`Grid stages need the <code>relationships</code> export.`
          : zh
            ? html`份额阶段需要 <code>wallets</code> 导出文件。`
            : html`Wallet stages need the <code>wallets</code> export.`
      }</p>`,
  )}`;
}
