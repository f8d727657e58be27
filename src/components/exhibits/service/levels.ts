import type {Delivered, ServiceDepthRow, ServiceLevelRow} from "../../../cubes/service.js";
import type {AbcClass} from "../../../cubes.js";
import {rowCells, whyEmpty} from "../../absent.js";
import {markWords} from "../../charts/mark-words.js";
import {type MatrixCell, matrix} from "../../charts/matrix.js";
import {classBasis} from "../../class-basis.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day, exactMoney, percent} from "../../formats.js";
import {levelName} from "../../service-terms.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {classes, label, sentenceCase} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {isNobody, servedBelow, total} from "./facts.js";

const deliveredLevels: readonly (Delivered | null)[] = [null, 0, 1, 2, 3, 4, 5];

/** What customers should get against what they seem to get, at the newest date. */
export function serviceLevels(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("service-levels") ?? [];
  const suggested = [...new Set(rows.map((r) => r.suggested))].sort((a, b) => b - a);
  const delivered = deliveredLevels.filter((d) => rows.some((r) => r.delivered === d));
  const key = (level: number | null): string => (level === null ? "unknown" : String(level));
  const most = Math.max(1, ...rows.map((r) => r.customers ?? 0));
  const cells: MatrixCell[] = rows
    .filter((r) => r.customers !== 0)
    .map((r) => ({
      row: key(r.suggested),
      column: key(r.delivered),
      text: r.customers === null ? "" : count(r.customers, locale),
      title: cellTitle(r, site),
      colour: r.suppressed
        ? null
        : r.delivered === null
          ? "same"
          : r.delivered < r.suggested
            ? "down"
            : r.delivered > r.suggested
              ? "up"
              : "class-b",
      strength: (r.customers ?? 0) / most,
      mark:
        r.customers === null
          ? undefined
          : cellMark("service-levels", {suggested: r.suggested, delivered: r.delivered}),
    }));
  const served = servedBelow(site);
  const unknown = total(rows.filter((r) => r.delivered === null).map((r) => r.customers));
  const title = zh
    ? "大客户服务五个层次：建议与实际"
    : "Five levels of key-account service: suggested and delivered";
  const beside =
    unknown === null || unknown === 0
      ? ""
      : zh
        ? `另有${count(unknown, locale)}位没有记录。`
        : ` Of ${count(unknown, locale)} more nothing is on record.`;
  return {
    id: "service-levels",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `客户数，截至${day(report.as_of, locale)}；行为建议层次，列为由互动记录推断的实际层次`
      : `Customers, as of ${day(report.as_of, locale)}; rows are the level suggested, columns the level delivered, judged by contacts`,
    says: !cubes.has("interactions")
      ? zh
        ? "实际层次未知：需要interactions导出文件。"
        : "What is delivered is not known: that needs the interactions export."
      : served
        ? zh
          ? `在实际层次已知的${count(served.known, locale)}位客户中，${count(served.below, locale)}位（${percent(served.below / served.known, locale)}）低于建议。${beside}`
          : served.known === 1
            ? `The one customer whose level is known ${served.below === 1 ? "is" : "isn’t"} served below what is suggested.${beside}`
            : `Of the ${count(served.known, locale)} customers whose level is known, ${count(served.below, locale)} (${percent(served.below / served.known, locale)}) ${served.below === 1 ? "is" : "are"} served below what is suggested.${beside}`
        : isNobody(rows.map((r) => r.customers))
          ? noCustomer(site)
          : unknown !== null && isNobody(rows.filter((r) => r.delivered !== null).map((r) => r.customers))
            ? zh
              ? `${count(unknown, locale)}位客户都没有记录。`
              : `Of ${unknown === 1 ? "the one customer" : `all ${count(unknown, locale)} customers`} nothing is on record.`
            : zh
              ? "部分单元客户太少，已隐去。"
              : "Some cells hold too few customers and are suppressed.",
    legend: [
      {swatch: "moved-down", label: zh ? "低于建议" : "below the suggestion"},
      {swatch: "class-b", label: zh ? "与建议一致" : "as suggested"},
      {swatch: "moved-up", label: zh ? "高于建议" : "above it"},
      {swatch: "moved-same", label: zh ? "未知" : "not known"},
    ],
    draw: (options) =>
      matrix(
        suggested.map((s) => ({key: key(s), name: sentenceCase(levelName(s, locale))})),
        delivered.map((d) => ({
          key: key(d),
          name: levelName(d, locale),
          short: d === null ? "?" : String(d),
        })),
        cells,
        {rows: zh ? "建议" : "suggested", columns: zh ? "实际" : "delivered"},
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "建议" : "Suggested"},
        {head: zh ? "实际" : "Delivered"},
        {head: label("customers", locale), number: true},
        {head: label("revenue", locale), number: true},
        {head: label("profit", locale), number: true},
      ],
      rows.map((r) => {
        const as = rowCells(r, report, locale);
        return {
          cells: [
            levelName(r.suggested, locale),
            levelName(r.delivered, locale),
            as.count(r.customers),
            as.money(r.revenue),
            as.profit(r.profit),
          ],
        };
      }),
    ),
  };
}

/** What is said of a choice of nobody. */
function noCustomer({locale}: Site): string {
  return locale === "zh" ? "没有客户。" : "There is no customer.";
}

function cellTitle(r: ServiceLevelRow, {cubes: {report}, locale}: Site): string {
  const what =
    r.customers === null
      ? "–"
      : `${count(r.customers, locale)} · ${r.revenue === null ? "–" : exactMoney(r.revenue, report, locale)}`;
  const which = `${levelName(r.suggested, locale)} → ${levelName(r.delivered, locale)}`;
  return markWords([which], what, locale);
}

/** The depth of service by tier: classes against the level delivered. */
export function serviceDepth(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("service-depth") ?? [];
  const present = [...new Set(rows.map((r) => r.class))];
  const delivered = deliveredLevels.filter((d) => rows.some((r) => r.delivered === d));
  const whole = (c: AbcClass): number | null =>
    total(rows.filter((r) => r.class === c).map((r) => r.customers)) ??
    (cubes.find("service-classes") ?? []).find((r) => r.class === c)?.customers ??
    null;
  const share = (r: ServiceDepthRow): number | null => {
    const all = whole(r.class);
    return r.customers === null || all === null || all === 0 ? null : r.customers / all;
  };
  const key = (level: number | null): string => (level === null ? "unknown" : String(level));
  const high = (c: AbcClass): number | null => {
    const known = rows.filter((r) => r.class === c && r.delivered !== null);
    const all = total(known.map((r) => r.customers));
    const deep = total(known.filter((r) => r.delivered! >= 3).map((r) => r.customers));
    return all === null || deep === null || all === 0 ? null : deep / all;
  };
  const told = present
    .map((c) => ({c, share: high(c)}))
    .filter((x): x is {c: AbcClass; share: number} => x.share !== null);
  const title = zh ? "VIP：各类客户的服务深度" : "VIP: the depth of service by tier";
  return {
    id: "service-depth",
    needs: "interactions",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `各类客户按实际服务层次的占比，${classBasis(site)}，截至${day(report.as_of, locale)}`
      : `Each class by the level delivered, as shares of the class, ${classBasis(site)}, as of ${day(report.as_of, locale)}`,
    says:
      told.length > 0
        ? zh
          ? `实际层次已知的客户中，达到第3层及以上的：${told.map((x) => `${classes[x.c].zh}${percent(x.share, locale)}`).join("，")}。`
          : `Of those whose level is known, at level 3 or above: ${told.map((x) => `${classes[x.c].en} ${percent(x.share, locale)}`).join(", ")}.`
        : isNobody(rows.map((r) => r.customers))
          ? noCustomer(site)
          : isNobody(rows.filter((r) => r.delivered !== null).map((r) => r.customers))
            ? zh
              ? "没有实际层次已知的客户。"
              : "No customer’s level is known."
            : zh
              ? "客户太少，占比不予公布。"
              : "Too few customers for shares to be shown.",
    draw: (options) =>
      matrix(
        present.map((c) => ({key: c, name: sentenceCase(classes[c][locale])})),
        delivered.map((d) => ({
          key: key(d),
          name: levelName(d, locale),
          short: d === null ? "?" : String(d),
        })),
        rows
          .filter((r) => r.customers !== 0)
          .map((r) => {
            const part = share(r);
            return {
              row: r.class,
              column: key(r.delivered),
              text:
                part !== null
                  ? percent(part, locale)
                  : r.customers === null
                    ? ""
                    : count(r.customers, locale),
              title: markWords(
                [sentenceCase(classes[r.class][locale]), levelName(r.delivered, locale)],
                r.customers === null ? "–" : count(r.customers, locale),
                locale,
              ),
              colour: r.suppressed ? null : r.delivered === null ? "same" : "class-a",
              strength: part ?? 0.3,
              mark:
                r.customers === null
                  ? undefined
                  : cellMark("service-depth", {class: r.class, delivered: r.delivered}),
            };
          }),
        {rows: label("class", locale), columns: zh ? "实际层次" : "delivered"},
        options,
      ),
    twin: table(
      title,
      [
        {head: label("class", locale)},
        ...delivered.map((d) => ({head: sentenceCase(levelName(d, locale)), number: true})),
      ],
      present.map((c) => {
        const as = rowCells({suppressed: true}, report, locale);
        return {
          cells: [
            classes[c][locale],
            ...delivered.map((d) => {
              const r = rows.find((x) => x.class === c && x.delivered === d);
              return as.count(r ? r.customers : 0);
            }),
          ],
        };
      }),
    ),
  };
}
