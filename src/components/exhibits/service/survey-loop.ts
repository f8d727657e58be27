import {rowCells} from "../../absent.js";
import {type FunnelStep, funnelBars} from "../../charts/funnel-bars.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, exactPercent, percent} from "../../formats.js";
import {surveySteps} from "../../service-terms.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {sentenceCase} from "../../terms.js";
import {windowWords} from "../../window-words.js";
import type {Exhibit} from "../exhibit.js";
import {steps, surveysAt} from "./facts.js";

/** Surveys of the window from sent to fed back, with what is lost at each step. */
export function surveyLoop(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const at = surveysAt(site);
  const sent = at?.[0]?.reached ?? null;
  const closed = at?.at(-1)?.reached ?? null;
  const missing =
    at === null || sent === 0 ? (zh ? "窗口内没有发出调查。" : "No survey was sent in the window.") : null;
  const title = zh ? "调查的闭环：从发出到反馈" : "The survey loop: from sent to fed back";
  const rows: FunnelStep[] = (at ?? []).map((s, i) => {
    const stayed = i === 0 ? null : (at![i - 1]!.ended ?? null);
    const before = i === 0 ? null : (at![i - 1]!.reached ?? null);
    const share = stayed !== null && before ? ` (${percent(stayed / before, locale)})` : "";
    return {
      key: s.step,
      name: sentenceCase(surveySteps[s.step][locale]),
      count: s.reached,
      text:
        s.reached === null
          ? ""
          : i > 0 && sent
            ? `${count(s.reached, locale)}  (${percent(s.reached / sent, locale)})`
            : count(s.reached, locale),
      losses:
        s.reached !== null && stayed !== null && stayed > 0
          ? [
              {
                name: lossName(i, stayed, site),
                count: stayed,
                kind: "left",
                mark: cellMark("survey-loop", {reached: at![i - 1]!.step}),
              },
            ]
          : [],
      lossText:
        i === 0 || stayed === 0
          ? ""
          : stayed === null
            ? zh
              ? "流失数已隐去"
              : "what was lost is suppressed"
            : zh
              ? `${lossName(i, stayed, site)}${count(stayed, locale)}${share}`
              : `${count(stayed, locale)} ${lossName(i, stayed, site)}${share}`,
      mark: s.reached
        ? cellMark("survey-loop", i === 0 ? {} : steps.slice(i).map((reached) => ({reached})))
        : undefined,
    };
  });
  const worst = rows
    .slice(1)
    .flatMap((r, i) => {
      const [lost, before] = [at![i]!.ended, at![i]!.reached];
      return lost !== null && before ? [{name: r.name, share: lost / before}] : [];
    })
    .sort((a, b) => b.share - a.share)[0];
  return {
    id: "survey-loop",
    needs: "surveys",
    missing,
    title,
    subtitle: zh
      ? `窗口内发出的调查数，占发出数的比例；${windowWords(report, locale)}；反馈后方为闭环`
      : `Surveys sent in the window, and their share of all; ${windowWords(report, locale)}; the loop is closed only when fed back`,
    says:
      missing ??
      (sent && closed !== null
        ? zh
          ? `${percent(closed / sent, locale)}的调查形成闭环${worst && worst.share > 0 ? `；最大的缺口在“${worst.name}”之前，上一步的${percent(worst.share, locale)}未到此步` : ""}。`
          : `${percent(closed / sent, locale)} of the surveys were closed${worst && worst.share > 0 ? `; the largest leak lies before “${worst.name.toLowerCase()}”, which ${percent(worst.share, locale)} of the step before did not reach` : ""}.`
        : zh
          ? "部分步骤的客户太少，已隐去。"
          : "Some steps hold too few customers and are suppressed."),
    draw: (options) => funnelBars(rows, options),
    twin: table(
      title,
      [
        {head: zh ? "步骤" : "Step"},
        {head: zh ? "到达" : "Reached", number: true},
        {head: zh ? "占发出数" : "Of those sent", number: true},
        {head: zh ? "止于此步" : "Ended here", number: true},
      ],
      (at ?? []).map((s) => {
        const as = rowCells({suppressed: true}, report, locale);
        return {
          cells: [
            sentenceCase(surveySteps[s.step][locale]),
            as.count(s.reached),
            s.reached !== null && sent ? exactPercent(s.reached / sent, locale) : "–",
            as.count(s.ended),
          ],
        };
      }),
    ),
  };
}

function lossName(step: number, lost: number, {locale}: Site): string {
  const names = [
    {en: "", zh: ""},
    {en: "without an answer", zh: "没有回复"},
    {en: lost === 1 ? "answer not analysed" : "answers not analysed", zh: "回复未分析"},
    {en: "analysed without an action", zh: "分析后无改进"},
    {en: "acted on but not fed back", zh: "改进后未反馈"},
  ];
  return names[step]![locale];
}
