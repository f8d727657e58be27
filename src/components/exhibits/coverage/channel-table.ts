import {channelRatings, contactChannels} from "../../coverage-terms.js";
import type {Html} from "../../html.js";
import {settingText} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {sentenceCase} from "../../terms.js";

const heads = {
  en: ["Channel", "Cost", "Speed", "Richness", "Interaction", "For", "Cost of one contact (points, setting)"],
  zh: ["渠道", "成本", "速度", "信息丰富性", "互动性", "适用", "单次成本（点，设置）"],
};

/** How the source rates the channels, beside what one contact costs by the settings. */
export function channelTable(site: Site): Html {
  const {locale} = site;
  return table(
    locale === "zh" ? "各种渠道互动能力的比较（出自文献）" : "The channels compared (after the source)",
    heads[locale].map((head) => ({head})),
    channelRatings.map((r) => ({
      cells: [
        sentenceCase(contactChannels[r.channel]![locale]),
        ...[r.cost, r.speed, r.richness, r.interaction].map((t) => t?.[locale] ?? "–"),
        r.use[locale],
        settingText(site, `coverage.contact_costs.${r.channel}`) ?? "–",
      ],
    })),
  );
}
