import {settingOf, settingText, threshold} from "../settings-in-force.js";
import type {Site} from "../site.js";

type Entry = readonly [string, string];

const contacts: Record<string, {en: string; zh: string}> = {
  max: {en: "the highest of its contacts", zh: "各联系人中的最高等级"},
  mean: {en: "the mean of its contacts, rounded down", zh: "各联系人的平均等级（舍去小数）"},
  weighted: {
    en: "the mean of its contacts by their weight in the decision, rounded down; where an assessment gives no weight, the role’s from the settings, else 1",
    zh: "各联系人按决策权重的平均等级（舍去小数）；评估未给权重时用设置中该角色的权重，否则为1",
  },
};

/** How grid stages, the axis that binds, and what leans on it come about. */
export function relationshipMethod(site: Site): Entry[] {
  const {cubes, locale} = site;
  const {stale_after_days: stale} = cubes.report;
  const by = contacts[settingText(site, "grid.contacts") ?? "max"]?.[locale] ?? contacts.max![locale];
  const low = settingOf(site, "wallet.mismatch_low_level", 2);
  return locale === "zh"
    ? [
        [
          "方格阶段",
          "横轴为销售人员与客户的个人关系，纵轴为公司关系，各五级。阶段为两个最低等级都达到的最高一级；未达孕育阶段与未评估另计，从不并入孕育。",
        ],
        ["多位联系人", `客户的等级为${by}，每位联系人只取最近一次评估。`],
        [
          "短板",
          "下一阶段的两个最低等级中尚未达到的一个：个人关系、公司关系或两者；合作伙伴阶段没有下一阶段。",
        ],
        [
          "人情关系与个人关系单薄",
          "个人等级高于公司等级，且高出的级数超过下一阶段两个最低等级之差，为人情关系：人走则关系走。公司等级同样高出个人等级，为个人关系单薄。其余为两者相当（自定）。",
        ],
        ["评估时效", `超过${stale}天的评估视为过期（自定），阶段照列，但不再可靠。`],
        [
          "两种阶段不一致",
          `份额为稳定或战略合作而个人等级不高于${low}；或方格为高期、合作伙伴而份额低于稳定合作。`,
        ],
      ]
    : [
        [
          "Grid stage",
          "Across, the seller’s personal relationship with the customer; upwards, the company relationship; five levels each. The stage is the highest whose two minimums are met. Below nurturing, and not assessed, are counted apart and never folded into nurturing.",
        ],
        ["Several contacts", `An account’s level is ${by}. Of each contact the newest assessment counts.`],
        [
          "What binds",
          "Which of the next stage’s two minimums is not met: personal, company, or both. At the highest stage there is none.",
        ],
        [
          "Person-dependent, thin",
          "Person-dependent: the personal level is above the company level, and by more than the next stage’s two minimums are apart; it leaves with the seller. Thin coverage: the company level is above the personal level in the same way. All others are balanced (chosen).",
        ],
        [
          "Age of assessments",
          `An assessment older than ${stale} days is stale (chosen): its stage is still shown, but is no longer sure.`,
        ],
        [
          "Stages that disagree",
          `A stable or strategic share on a personal level of ${low} or less; or an advanced or partner stage with less than a stable share.`,
        ],
      ];
}

/** How wallet stages, the gap and the breadth of contacts come about. */
export function walletMethod(site: Site): Entry[] {
  const {cubes, locale} = site;
  const {wallet_thresholds: w} = cubes.report;
  const [stable, strategic] = [threshold(w.stable), threshold(w.strategic)];
  const months = settingOf(site, "wallet.period_months", 12);
  const [contact, senior] = [
    settingOf(site, "wallet.contact_days", 365),
    settingOf(site, "wallet.senior_visit_days", 180),
  ];
  return locale === "zh"
    ? [
        [
          "份额阶段",
          `客户开发为0%，初期合作低于${stable}，稳定合作为${stable}至低于${strategic}，战略合作为${strategic}及以上（分界归属为自定）。曾经购买而降为0%的为中断。没有份额数据的为未知。`,
        ],
        [
          "份额缺口",
          `客户的品类采购总额减去同期向我方的采购；期间为截至数据日期的${months}个月。只给出份额0%而没有总额的，缺口未知。`,
        ],
        [
          "按客户资料分组",
          "地区与行业以客户导出文件为准，没有日期，只说明导出时的情况；与筛选一致，客户最多的至多7组单列，其余合并。",
        ],
        [
          "接触面",
          `${contact}天内已发生的互动中的部门与联系人，计划或取消的不算；未填部门或联系人的不计数。高层访问指${senior}天内由经理、市场总监或总经理（含副职）进行的访问。天数为自定。`,
        ],
      ]
    : [
        [
          "Wallet stage",
          `Development is 0%, initial cooperation less than ${stable}, stable from ${stable} to less than ${strategic}, strategic ${strategic} and more (which side an edge falls on is chosen). 0% after having bought is interrupted. Without a wallet figure the share is unknown.`,
        ],
        [
          "Wallet gap",
          `What the customer spends in the category, less what it spends with us in the same ${months} months, which end on the figure’s day. A share of 0% without a spend leaves the gap unknown.`,
        ],
        [
          "Groups from the customers export",
          "Region and industry carry no date and hold as of that export. The ones that the filters name, at most seven with the most customers, stand alone, the others together.",
        ],
        [
          "Breadth of contacts",
          `Departments and people of the interactions held in ${contact} days; planned and cancelled ones don’t count, nor do blank departments and people. A senior visit is one by a manager, marketing director or general manager (or deputy) in ${senior} days. The days are chosen.`,
        ],
      ];
}
