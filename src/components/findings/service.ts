import type {Locale, ReportCube} from "../../cubes.js";
import {
  type ComplaintCounts,
  closedShare,
  complaintsAt,
  inLimitShare,
  limitOf,
  satisfiedKept,
  servedBelow,
} from "../exhibits/service/facts.js";
import {count, day, percent} from "../formats.js";
import {settingOf} from "../settings-in-force.js";
import type {Site} from "../site.js";

/** What the sentences about service are made from; null where an export is missing or too few customers can be shown. */
interface ServiceFacts {
  complaints: ComplaintCounts | null;
  /** Share of the complaints that were due and were resolved within the limit, in hours. */
  inLimit: number | null;
  limit: number;
  /** Satisfied complaints that are old enough to tell, and how many were followed by buying. */
  kept: {kept: number; of: number} | null;
  /** How many times the own usual gap a customer has to buy again. */
  times: number;
  /** Share of the surveys sent whose loop was closed. */
  closed: number | null;
  /** Customers served below the level suggested, and those whose level is known. */
  served: {below: number; known: number} | null;
  report: ReportCube;
}

/** The facts at the newest date. */
export function serviceFacts(site: Site): ServiceFacts {
  return {
    complaints: complaintsAt(site),
    inLimit: inLimitShare(site),
    limit: limitOf(site),
    kept: satisfiedKept(site),
    times: settingOf(site, "service.gap_multiple", 2),
    closed: closedShare(site),
    served: site.cubes.has("interactions") ? servedBelow(site) : null,
    report: site.cubes.report,
  };
}

/** Service in one sentence: complaints and their time, who stayed, surveys closed; levels where there are no complaints. */
export function serviceSentence(facts: ServiceFacts, locale: Locale): string {
  const {complaints, inLimit, limit, kept, times, closed, served, report} = facts;
  const zh = locale === "zh";
  const clauses: string[] = [];
  const opened = complaints?.opened ?? null;
  if (inLimit !== null && opened === 1)
    clauses.push(
      zh
        ? `唯一一件抱怨${inLimit > 0 ? "" : "未"}在${count(limit, locale)}小时限期内解决`
        : `the one complaint was ${inLimit > 0 ? "" : "not "}resolved within ${count(limit, locale)} hours`,
    );
  else if (inLimit !== null)
    clauses.push(
      zh
        ? `${opened === null ? "抱怨中" : `${count(opened, locale)}件抱怨中`}${percent(inLimit, locale)}在${count(limit, locale)}小时限期内解决`
        : `${percent(inLimit, locale)} of ${opened === null ? "complaints" : `${count(opened, locale)} complaints`} were resolved within ${count(limit, locale)} hours`,
    );
  else if (opened !== null)
    clauses.push(
      zh
        ? `窗口内有${count(opened, locale)}件抱怨`
        : `${count(opened, locale)} ${opened === 1 ? "complaint was" : "complaints were"} opened in the window`,
    );
  if (kept?.of === 1)
    clauses.push(
      zh
        ? `满意结案且已可判断的一件，客户${kept.kept ? "" : "未"}在自身通常间隔的${times}倍之内再次购买`
        : `the one that ended satisfied and is old enough to tell was ${kept.kept ? "" : "not "}followed by an order within ${times} times the customer’s own usual gap`,
    );
  else if (kept)
    clauses.push(
      zh
        ? `满意结案且已可判断的抱怨中，${percent(kept.kept / kept.of, locale)}的客户在自身通常间隔的${times}倍之内再次购买`
        : `of those that ended satisfied and are old enough to tell, ${percent(kept.kept / kept.of, locale)} were followed by an order within ${times} times the customer’s own usual gap`,
    );
  if (served && clauses.length < 2)
    clauses.push(
      zh
        ? `${percent(served.below / served.known, locale)}的客户所得服务低于建议层次`
        : `${percent(served.below / served.known, locale)} of customers are served below the level suggested`,
    );
  if (closed !== null && clauses.length < 3)
    clauses.push(
      zh ? `${percent(closed, locale)}的调查形成闭环` : `${percent(closed, locale)} of surveys were fed back`,
    );
  if (clauses.length === 0) {
    const any = report.exports.complaints || report.exports.surveys || report.exports.interactions;
    if (!any)
      return zh
        ? "服务分析需要抱怨、调查或互动记录的导出文件。"
        : "Service needs an export of complaints, surveys or interactions.";
    return zh
      ? "客户太少，无法给出服务的结论。"
      : "Too few customers can be shown to say how service stands.";
  }
  const text = clauses.join(zh ? "；" : "; ");
  return text.charAt(0).toUpperCase() + text.slice(1) + (zh ? "。" : ".");
}

/** Under the sentence: as of when, over which window. */
export function serviceStandfirst(report: ReportCube, window: string, locale: Locale): string {
  return locale === "zh"
    ? `截至${day(report.as_of, locale)}；抱怨与调查按${window}内提出或发出者计，只用当日已知的结果；服务层次为建议，不是承诺。`
    : `As of ${day(report.as_of, locale)}: complaints opened and surveys sent in the ${window}, with what was known on that day; service levels are suggestions.`;
}
