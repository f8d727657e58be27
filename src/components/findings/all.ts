import {computedHead} from "../computed/page.js";
import {partsNow} from "../exhibits/lifetime.js";
import {movementOf} from "../exhibits/movement.js";
import {levelsAt} from "../exhibits/pyramids.js";
import {glossaryHead} from "../glossary/page.js";
import {chosenHorizon} from "../horizon.js";
import {methodSummaries} from "../methods/summaries.js";
import {settingOf} from "../settings-in-force.js";
import type {Site} from "../site.js";
import {windowWords} from "../window-words.js";
import {coverageHeads} from "./coverage-heads.js";
import {customerHeadline} from "./customer.js";
import {dataSentence, dataStandfirst} from "./data.js";
import type {Headline} from "./headline.js";
import {kpiNow} from "./kpi-now.js";
import {type LifetimeFacts, lifetimeSentence, lifetimeStandfirst} from "./lifetime.js";
import {methodsSentence, methodsStandfirst} from "./methods.js";
import {movementSentence, movementStandfirst} from "./movement.js";
import {overviewSentence, overviewStandfirst} from "./overview.js";
import {type ParetoFacts, paretoSentence, paretoStandfirst} from "./pareto.js";
import {type PyramidFacts, pyramidSentence, pyramidStandfirst} from "./pyramid.js";
import {type GridFacts, relationshipSentence, relationshipStandfirst} from "./relationship.js";
import {type RfmFacts, rfmSentence, rfmStandfirst} from "./rfm.js";
import {serviceFacts, serviceSentence, serviceStandfirst} from "./service.js";
import {type WalletFacts, walletSentence, walletStandfirst} from "./wallet.js";
import {warningFacts, warningSentence, warningStandfirst} from "./warning.js";
import {whatToSupply} from "./what-to-supply.js";
import {workbenchHeadline} from "./workbench.js";

/** What the Pareto sentences are made from. */
export function paretoFacts({cubes}: Site): ParetoFacts {
  return {now: kpiNow(cubes.read("kpis")), curve: cubes.read("pareto-curve"), report: cubes.report};
}

/** What the sentences about RFM are made from. */
export function rfmFacts({cubes}: Site): RfmFacts {
  return {
    rows: cubes.read("rfm"),
    thresholds: cubes.read("rfm-thresholds"),
    now: kpiNow(cubes.read("kpis")),
    report: cubes.report,
  };
}

/** What the sentences about the 25-grid are made from. */
export function gridFacts({cubes}: Site): GridFacts {
  return {grid: cubes.has("relationships") ? cubes.read("grid") : null, report: cubes.report};
}

/** What the sentences about the share of wallet are made from. */
export function walletFacts({cubes}: Site): WalletFacts {
  return {wallet: cubes.has("wallets") ? cubes.read("wallet") : null, report: cubes.report};
}

/** What the sentences about lifetime value are made from. */
export function lifetimeFacts(site: Site): LifetimeFacts {
  const {cubes} = site;
  return {
    parts: partsNow(site),
    horizon: chosenHorizon(site),
    models: (cubes.find("lifetime-models") ?? []).filter((r) => r.as_of === cubes.report.as_of),
    report: cubes.report,
  };
}

/** What the sentences about the migration pyramid are made from. */
export function pyramidFacts(site: Site): PyramidFacts {
  return {
    levels: levelsAt(site, "metal"),
    moved: movementOf(site, "metal", "frozen"),
    report: site.cubes.report,
  };
}

const titled = (zh: string, en: string, {locale}: Site): string => (locale === "zh" ? zh : en);

const serviceExports = ["complaints", "surveys", "interactions"] as const;

/** The head of each page, by the page's name. */
export const headlines: Readonly<Record<string, (site: Site) => Headline>> = {
  overview(site) {
    const {cubes, locale} = site;
    const rows = cubes.read("kpis");
    return {
      kicker: titled("总览", "Overview", site),
      sentence: overviewSentence(rows, cubes.report, locale),
      standfirst: overviewStandfirst(kpiNow(rows), cubes.report, locale),
    };
  },
  pareto(site) {
    const facts = paretoFacts(site);
    return {
      kicker: titled("帕累托曲线与ABC分析", "Pareto curve and ABC classes", site),
      sentence: paretoSentence(facts, site.locale),
      standfirst: paretoStandfirst(facts, site.locale),
    };
  },
  rfm(site) {
    const {locale} = site;
    return {
      kicker: titled("RFM：近度、频度、值度", "RFM: recency, frequency, money", site),
      sentence: rfmSentence(rfmFacts(site), locale),
      standfirst: rfmStandfirst(rfmFacts(site), locale),
    };
  },
  lifetime(site) {
    const facts = lifetimeFacts(site);
    return {
      kicker: titled("客户生命周期价值", "Customer lifetime value", site),
      sentence: lifetimeSentence(facts, site.locale),
      standfirst: lifetimeStandfirst(facts, site.locale),
    };
  },
  pyramid(site) {
    const {cubes, locale} = site;
    return {
      kicker: titled("客户金字塔", "Customer pyramids", site),
      sentence: pyramidSentence(pyramidFacts(site), locale),
      standfirst: pyramidStandfirst(kpiNow(cubes.read("kpis")).customers, cubes.report, locale),
    };
  },
  methods(site) {
    const {cubes, locale} = site;
    return {
      kicker: titled(
        "方法比较：ABC、RFM、生命周期价值",
        "The methods compared: ABC, RFM, lifetime value",
        site,
      ),
      sentence: methodsSentence(methodSummaries(cubes), locale),
      standfirst: methodsStandfirst(cubes.find("methods") ?? [], cubes.report, locale),
    };
  },
  relationship(site) {
    const {cubes, locale} = site;
    return {
      kicker: titled("客户关系25方格", "The 25-grid of relationships", site),
      sentence: relationshipSentence(gridFacts(site), locale),
      standfirst: cubes.has("relationships")
        ? relationshipStandfirst(cubes.report, windowWords(cubes.report, locale), locale)
        : whatToSupply(["relationships"], locale),
    };
  },
  wallet(site) {
    const {cubes, locale} = site;
    return {
      kicker: titled("客户采购份额（钱包份额）", "Share of wallet", site),
      sentence: walletSentence(walletFacts(site), locale),
      standfirst: cubes.has("wallets")
        ? walletStandfirst(settingOf(site, "wallet.period_months", 12), cubes.report, locale)
        : whatToSupply(["wallets"], locale),
    };
  },
  movement: (site) => ({
    kicker: titled("客户的移动与倒退", "Movement and regression", site),
    sentence: movementSentence(site),
    standfirst: movementStandfirst(site),
  }),
  service(site) {
    const {cubes, locale} = site;
    return {
      kicker: titled("服务：五个层次、抱怨、调查", "Service: levels, complaints, surveys", site),
      sentence: serviceSentence(serviceFacts(site), locale),
      standfirst: serviceExports.some((name) => cubes.has(name))
        ? serviceStandfirst(cubes.report, windowWords(cubes.report, locale), locale)
        : whatToSupply(serviceExports, locale),
    };
  },
  ...coverageHeads,
  computed: computedHead,
  glossary: glossaryHead,
  customer: customerHeadline,
  workbench: workbenchHeadline,
  warnings(site) {
    const facts = warningFacts(site);
    return {
      kicker: titled("预警：事前、事中、事后", "Warnings: before, during and after a lapse", site),
      sentence: warningSentence(facts, site.locale),
      standfirst: warningStandfirst(facts, settingOf(site, "warning.gone_days", 365), site.locale),
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
