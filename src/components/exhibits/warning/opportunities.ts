import {type OpportunityFit, opportunityKinds} from "../../../cubes/warning.js";
import {walletPlaces} from "../../../cubes.js";
import {rowCells} from "../../absent.js";
import {markWords} from "../../charts/mark-words.js";
import {type MatrixCell, matrix} from "../../charts/matrix.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, day} from "../../formats.js";
import {settingOf} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase, walletStageName, walletStageTerms, word} from "../../terms.js";
import {fitTerms, opportunityTerms} from "../../warning-terms.js";
import type {Exhibit} from "../exhibit.js";

const colours: Record<OpportunityFit, string> = {use: "up", guard: "down", wait: "same", open: "same"};

/** The eight opportunities of late by the account's stage of share of wallet. */
export function opportunitiesExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const zh = locale === "zh";
  const rows = cubes.find("opportunities") ?? [];
  const kinds = opportunityKinds.filter((k) => rows.some((r) => r.kind === k));
  const stages = walletPlaces.filter((s) => rows.some((r) => r.stage === s));
  const most = Math.max(1, ...rows.map((r) => r.customers ?? 0));
  const cells: MatrixCell[] = rows.map((r) => {
    const n = r.customers === null ? word("suppressed", locale) : count(r.customers, locale);
    const fit = fitTerms[r.fit][locale];
    return {
      row: r.kind,
      column: r.stage,
      text: r.customers === null ? "" : count(r.customers, locale),
      title: markWords(
        [
          sentenceCase(opportunityTerms[r.kind][locale]),
          `${walletStageTerms[r.stage][locale]}${zh ? `（${fit}）` : ` (${fit})`}`,
        ],
        n,
        locale,
      ),
      colour: r.customers === null ? null : colours[r.fit],
      strength: r.customers === null ? 0 : r.customers / most,
      mark: r.customers ? cellMark("opportunities", {kind: r.kind, stage: r.stage}) : undefined,
    };
  });
  const total = (fit: OpportunityFit): number | null =>
    rows
      .filter((r) => r.fit === fit)
      .reduce<number | null>((s, r) => (s === null || r.customers === null ? null : s + r.customers), 0);
  const [use, guard] = [total("use"), total("guard")];
  const days = settingOf(site, "warning.opportunity_days", 365);
  const title = zh ? "八大成功机会：按采购份额阶段" : "The eight opportunities by stage of share of wallet";
  return {
    id: "opportunities",
    needs: "events",
    missing:
      rows.length === 0
        ? zh
          ? `最近${days}天没有机会事件。`
          : `No opportunity event in the last ${days} days.`
        : null,
    title,
    subtitle: zh
      ? `截至${day(report.as_of, locale)}的${days}天内有此类事件的客户数（含潜在客户）；客户开发阶段可用除“关系弱点”以外的各项（出自文献），稳定与战略阶段须防对手利用（自定）`
      : `Accounts with such an event, ${days} days to ${day(report.as_of, locale)}. The development stage uses all but the rival’s single thread (sourced); at the stable and strategic stages the same event is a rival’s way in (chosen)`,
    says:
      use === null || guard === null
        ? zh
          ? "部分单元客户太少，数字已隐去。"
          : "Some squares hold too few accounts for the numbers to be shown."
        : zh
          ? `同一客户的每种机会计一次：${count(use, locale)}项可作切入机会，${count(guard, locale)}项须防对手利用。`
          : `Counting an account once for each kind of opportunity, ${count(use, locale)} ${use === 1 ? "is a way in" : "are ways in"} and ${count(guard, locale)} ${guard === 1 ? "is" : "are"} to be guarded against rivals.`,
    legend: [
      {swatch: "moved-up", label: fitTerms.use[locale]},
      {swatch: "moved-down", label: fitTerms.guard[locale]},
      {swatch: "moved-same", label: zh ? "暂缓或份额未知" : "wait, or share unknown"},
    ],
    draw: (options) =>
      matrix(
        kinds.map((k) => ({key: k, name: sentenceCase(opportunityTerms[k][locale])})),
        stages.map((s) => ({key: s, name: sentenceCase(walletStageTerms[s][locale])})),
        cells,
        {rows: zh ? "机会" : "opportunity", columns: zh ? "份额阶段" : "stage of share of wallet"},
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "机会" : "Opportunity"},
        {head: label("wallet_stage", locale)},
        {head: zh ? "用法" : "Fit"},
        {head: label("accounts", locale), number: true},
        {head: zh ? "事件数" : "Events", number: true},
      ],
      kinds.flatMap((k) =>
        stages.flatMap((s) =>
          rows
            .filter((r) => r.kind === k && r.stage === s)
            .map((r) => {
              const as = rowCells(r, report, locale);
              return {
                cells: [
                  sentenceCase(opportunityTerms[k][locale]),
                  walletStageName(s, locale),
                  sentenceCase(fitTerms[r.fit][locale]),
                  as.count(r.customers),
                  as.count(r.events),
                ],
              };
            }),
        ),
      ),
    ),
  };
}
