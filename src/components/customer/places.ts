import {rowCells} from "../absent.js";
import {phases} from "../coverage-terms.js";
import {count, number, oneDecimal} from "../formats.js";
import {horizonWords} from "../horizon.js";
import {type Html, html} from "../html.js";
import {basisName, bindings, leans} from "../relationship-terms.js";
import {because, levelName} from "../service-terms.js";
import {settingOf, threshold} from "../settings-in-force.js";
import type {Site} from "../site.js";
import {type Row, table} from "../tables.js";
import {classes, label, sentenceCase} from "../terms.js";
import {classLabel, valueTypes} from "../value-terms.js";
import {typeTerms} from "../warning-terms.js";
import type {CustomerRecord} from "./record.js";
import {dayOr, gridStageLabel, levelWords, walletStageLabel} from "./words.js";

type Line = readonly [model: string, place: Html | string, detail: string];

/** The two presets of ABC, by revenue and, where there is any, by profit. */
function abcLines({abc}: CustomerRecord, {locale}: Site): Line[] {
  const zh = locale === "zh";
  const lines: [string, keyof CustomerRecord["abc"]][] = [
    [zh ? "ABC按客户数，以收入排序" : "ABC by customers, ranked by revenue", "customers_revenue"],
    [zh ? "ABC按客户数，以利润排序" : "ABC by customers, ranked by profit", "customers_profit"],
    [zh ? "ABC按金额，收入" : "ABC by value, revenue", "value_revenue"],
    [zh ? "ABC按金额，利润" : "ABC by value, profit", "value_profit"],
  ];
  return lines.flatMap(([name, key]) =>
    abc[key] === null ? [] : [[name, classes[abc[key]!][locale], ""] as const],
  );
}

function rfmLines({rfm}: CustomerRecord, site: Site): Line[] {
  const {locale} = site;
  const zh = locale === "zh";
  const head = threshold(settingOf(site, "rfm.head_share", 0.2));
  if (rfm.r === null) return [];
  const rank = rfm.revenue_rank === null ? "" : count(rfm.revenue_rank, locale);
  return [
    [
      "RFM",
      `${rfm.r}${rfm.f}${rfm.m}${rfm.segment ? ` · ${classLabel("rfm_segment", rfm.segment, locale)}` : ""}`,
      rfm.band && rfm.rank !== null
        ? zh
          ? `${classLabel("rfm_band", rfm.band, locale)}；R×F×M排名第${count(rfm.rank, locale)}`
          : `${classLabel("rfm_band", rfm.band, locale)}; ranked ${count(rfm.rank, locale)} by R × F × M`
        : "",
    ],
    [
      zh ? "按收入排名" : "Rank by revenue",
      rank,
      `${rfm.decile === null ? "" : zh ? `十等分中第${rfm.decile}组` : `decile ${rfm.decile}`}${rfm.in_head ? (zh ? `；属于带来${head}销售额的前部客户` : `; in the head that makes up ${head} of sales`) : ""}`,
    ],
  ];
}

function pyramidLines({pyramids}: CustomerRecord, site: Site): Line[] {
  const {locale} = site;
  const zh = locale === "zh";
  const as = rowCells({}, site.cubes.report, locale);
  const lines: Line[] = [];
  if (pyramids.metal)
    lines.push([zh ? "客户金字塔" : "Migration pyramid", classLabel("metal", pyramids.metal, locale), ""]);
  if (pyramids.hsbc)
    lines.push([
      zh ? "汇丰" : "HSBC",
      classLabel("hsbc", pyramids.hsbc, locale),
      pyramids.loyalty === null || pyramids.value === null
        ? ""
        : zh
          ? `忠诚${number(pyramids.loyalty, locale)}，价值${number(pyramids.value, locale)}（0至1）`
          : `loyalty ${number(pyramids.loyalty, locale)}, value ${number(pyramids.value, locale)}, from 0 to 1`,
    ]);
  if (pyramids.chase)
    lines.push([
      zh ? "大通" : "Chase",
      classLabel("chase", pyramids.chase, locale),
      zh
        ? `年效益${as.money(pyramids.benefit)}，${pyramids.categories ?? 0}个品类`
        : `yearly benefit ${as.money(pyramids.benefit)}, ${pyramids.categories ?? 0} ${pyramids.categories === 1 ? "category" : "categories"}`,
    ]);
  return lines;
}

function valueLines({types, lifetime}: CustomerRecord, site: Site): Line[] {
  const {locale} = site;
  const zh = locale === "zh";
  const as = rowCells({}, site.cubes.report, locale);
  const flags = (["mvc", "mgc", "below_zero", "migrator"] as const).filter((flag) => types[flag]);
  const lines: Line[] = [];
  if (types.mvc !== null)
    lines.push([
      zh ? "客户价值类型" : "Value types",
      flags.length > 0
        ? sentenceCase(flags.map((flag) => valueTypes[flag][locale]).join(zh ? "、" : ", "))
        : zh
          ? "无"
          : "None",
      types.growth_potential === null
        ? ""
        : types.growth_potential <= 0
          ? zh
            ? "看不到增长潜力"
            : "no room to grow in sight"
          : zh
            ? `增长潜力${as.money(types.growth_potential)}`
            : `potential to grow ${as.money(types.growth_potential)}`,
    ]);
  if (types.type)
    lines.push([zh ? "客户类型" : "Type of customer", sentenceCase(typeTerms[types.type][locale]), ""]);
  if (types.phase)
    lines.push([zh ? "生命周期阶段" : "Phase of life", sentenceCase(phases[types.phase][locale]), ""]);
  if (lifetime)
    lines.push(
      [
        label("clv", locale),
        as.money(lifetime.clv),
        zh
          ? `历史${as.money(lifetime.historic)}，预期${as.money(lifetime.future)}；${horizonWords(site)}`
          : `${as.money(lifetime.historic)} so far and ${as.money(lifetime.future)} to come; ${horizonWords(site)}`,
      ],
      [
        label("expected_purchases", locale),
        oneDecimal(lifetime.expected_purchases, locale),
        zh
          ? `每次${as.money(lifetime.expected_spend)}，利润率${as.percent(lifetime.margin)}${lifetime.p_alive === null ? "" : `，活跃概率${as.percent(lifetime.p_alive)}`}`
          : `${as.money(lifetime.expected_spend)} each at a margin of ${as.percent(lifetime.margin)}${lifetime.p_alive === null ? "" : `; P(alive) ${as.percent(lifetime.p_alive)}`}`,
      ],
    );
  return lines;
}

function stageLines(customer: CustomerRecord, site: Site): Line[] {
  const {locale, cubes} = site;
  const {report, has} = cubes;
  const zh = locale === "zh";
  const {relationship: r, service} = customer;
  const as = rowCells({}, report, locale);
  const join = (texts: string[]): string => texts.filter((text) => text !== "").join(zh ? "；" : "; ");
  const lines: Line[] = [];
  if (has("relationships"))
    lines.push([
      zh ? "25方格" : "25-grid",
      gridStageLabel(r.grid_stage, locale),
      r.assessed_on === null
        ? ""
        : join([
            zh
              ? `个人关系${levelWords("personal", r.personal, report, locale)}，公司关系${levelWords("company", r.company, report, locale)}`
              : `personal ${levelWords("personal", r.personal, report, locale)}, company ${levelWords("company", r.company, report, locale)}`,
            r.lean ? leans[r.lean][locale] : "",
            r.binding && r.binding !== "none"
              ? zh
                ? `受限于${bindings[r.binding].zh}`
                : `held back by ${r.binding === "both" ? "both axes" : `the ${bindings[r.binding].en}`}`
              : "",
          ]),
    ]);
  if (has("wallets"))
    lines.push([
      zh ? "钱包份额" : "Share of wallet",
      walletStageLabel(r.wallet_stage, locale),
      r.figure_on === null
        ? ""
        : join([
            r.wallet_share === null ? "" : `${as.percent(r.wallet_share)}`,
            r.category_spend === null
              ? ""
              : zh
                ? `品类采购${as.money(r.category_spend)}，缺口${as.money(r.gap)}`
                : `${as.money(r.category_spend)} bought in the category, gap ${as.money(r.gap)}`,
            zh
              ? `${dayOr(r.figure_on, locale)}，${basisName(r.basis, locale)}`
              : `as of ${dayOr(r.figure_on, locale)}, ${basisName(r.basis, locale)}`,
          ]),
    ]);
  if (service.suggested !== null)
    lines.push([
      zh ? "服务层次" : "Service level",
      zh
        ? `建议：${levelName(service.suggested, locale)}`
        : `Suggested: ${levelName(service.suggested, locale)}`,
      join([
        service.because
          ? zh
            ? `依据：${because[service.because].zh}`
            : `because of ${because[service.because].en}`
          : "",
        has("interactions") || has("complaints")
          ? zh
            ? `实际：${levelName(service.delivered, locale)}`
            : `delivered: ${levelName(service.delivered, locale)}`
          : "",
      ]),
    ]);
  return lines;
}

/** Where a customer stands now in each model. */
export function placesPart(customer: CustomerRecord, site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const lines = [
    ...rfmLines(customer, site),
    ...abcLines(customer, site),
    ...pyramidLines(customer, site),
    ...valueLines(customer, site),
    ...stageLines(customer, site),
  ];
  const rows: Row[] = lines.map(([model, place, detail]) => ({cells: [model, place, detail]}));
  const lacking = (["relationships", "wallets"] as const).filter((name) => !cubes.has(name));
  return html`${table(
    zh ? "目前在各模型中的位置" : "Where the customer stands now",
    [{head: zh ? "模型" : "Model"}, {head: zh ? "位置" : "Place"}, {head: zh ? "说明" : "Detail"}],
    rows,
  )}${
    lacking.length > 0
      ? html`<p class="more">${zh ? "另需导出文件：" : "Stage models also need: "}${lacking.map((name, i) => html`${i > 0 ? (zh ? "、" : ", ") : ""}<code>${name}</code>`)}${zh ? "。" : "."}</p>`
      : null
  }`;
}
