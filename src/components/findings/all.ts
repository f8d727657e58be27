import type {Site} from "../site.js";
import {windowWords} from "../window-words.js";
import {dataSentence, dataStandfirst} from "./data.js";
import type {Headline} from "./headline.js";
import {kpiNow} from "./kpi-now.js";
import {overviewSentence, overviewStandfirst} from "./overview.js";
import {type ParetoFacts, paretoSentence, paretoStandfirst} from "./pareto.js";
import {rfmSentence, rfmStandfirst} from "./rfm.js";
import {type StageFacts, stagesSentence, stagesStandfirst} from "./stages.js";

/** What the Pareto sentences are made from. */
export function paretoFacts({cubes}: Site): ParetoFacts {
  return {now: kpiNow(cubes.read("kpis")), curve: cubes.read("pareto-curve"), report: cubes.report};
}

/** What the sentences about stages are made from. */
export function stageFacts({cubes}: Site): StageFacts {
  return {
    grid: cubes.has("relationships") ? cubes.read("grid") : null,
    wallet: cubes.has("wallets") ? cubes.read("wallet") : null,
    report: cubes.report,
  };
}

const titled = (zh: string, en: string, {locale}: Site): string => (locale === "zh" ? zh : en);

/** The head of each page, by the page's name. */
export const headlines: Readonly<Record<string, (site: Site) => Headline>> = {
  overview(site) {
    const {cubes, locale} = site;
    const rows = cubes.read("kpis");
    return {
      kicker: titled("总览", "Overview", site),
      sentence: overviewSentence(rows, cubes.report, locale),
      standfirst: overviewStandfirst(kpiNow(rows), cubes.report, windowWords(cubes.report, locale), locale),
    };
  },
  pareto(site) {
    const facts = paretoFacts(site);
    return {
      kicker: titled("帕累托曲线与ABC分析", "Pareto curve and ABC classes", site),
      sentence: paretoSentence(facts, site.locale),
      standfirst: paretoStandfirst(facts, windowWords(site.cubes.report, site.locale), site.locale),
    };
  },
  rfm(site) {
    const {cubes, locale} = site;
    return {
      kicker: titled("RFM：近度、频度、值度", "RFM: recency, frequency, money", site),
      sentence: rfmSentence(cubes.read("rfm"), kpiNow(cubes.read("kpis")), cubes.report, locale),
      standfirst: rfmStandfirst(
        kpiNow(cubes.read("kpis")),
        cubes.report,
        windowWords(cubes.report, locale),
        locale,
      ),
    };
  },
  stages(site) {
    const {cubes, locale} = site;
    return {
      kicker: titled("客户关系25方格与采购份额", "The 25-grid and the share of wallet", site),
      sentence: stagesSentence(stageFacts(site), locale),
      standfirst: stagesStandfirst(kpiNow(cubes.read("kpis")).customers, cubes.report, locale),
    };
  },
  data(site) {
    const {cubes, locale} = site;
    return {
      kicker: titled("数据与设置", "Data and settings", site),
      sentence: dataSentence(cubes.read("inputs"), locale),
      standfirst: dataStandfirst(cubes.read("ledger"), cubes.report, locale),
    };
  },
};
