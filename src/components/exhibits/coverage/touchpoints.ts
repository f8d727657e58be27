import type {Need, TouchpointPlanRow, TouchpointRow} from "../../../cubes/coverage.js";
import {rowCells} from "../../absent.js";
import {markWords} from "../../charts/mark-words.js";
import {type MatrixCell, matrix} from "../../charts/matrix.js";
import {needTerms} from "../../coverage-terms.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, percent} from "../../formats.js";
import {type Html, html} from "../../html.js";
import {threshold} from "../../settings-in-force.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {label, sentenceCase, word} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {spanOf} from "./contact-words.js";
import {totalsOf} from "./plan-rules.js";

type State = "met" | "missed" | "beyond" | "none" | "nobody" | "suppressed";

const wantedNeeds = ["information", "service"] as const;

/** A need at a touchpoint: wanted or not, met or not. Met is told by the accounts reached over all customers. */
function stateOf(
  plan: TouchpointPlanRow,
  need: (typeof wantedNeeds)[number],
  row: TouchpointRow | undefined,
  site: Site,
): {state: State; reach: number | null} {
  const {touchpoint_reach} = site.cubes.read("coverage-period");
  const {customers} = totalsOf(site);
  if (row?.suppressed || customers === null) return {state: "suppressed", reach: null};
  if (customers === 0) return {state: "nobody", reach: null};
  const reach = (row?.customers ?? 0) / customers;
  if (!plan[need]) return {state: reach > 0 ? "beyond" : "none", reach};
  return {state: reach >= touchpoint_reach ? "met" : "missed", reach};
}

const words: Record<State, {en: string; zh: string}> = {
  met: {en: "wanted, met", zh: "应有，已满足"},
  missed: {en: "wanted, not met", zh: "应有，未满足"},
  beyond: {en: "not asked for, but used", zh: "未要求而发生"},
  none: {en: "not asked for", zh: "未要求"},
  nobody: {en: "no customers", zh: "没有客户"},
  suppressed: {en: "suppressed", zh: "已隐去"},
};

/** The same for a phone, where the legend tells what was wanted. */
const short: Record<State, {en: string; zh: string}> = {
  met: {en: "met", zh: "已满足"},
  missed: {en: "not met", zh: "未满足"},
  beyond: {en: "used", zh: "有发生"},
  none: {en: "", zh: ""},
  nobody: {en: "", zh: ""},
  suppressed: {en: "", zh: ""},
};

const colours: Record<State, string | null> = {
  met: "up",
  missed: "down",
  beyond: "same",
  none: "heat-0",
  nobody: "heat-0",
  suppressed: null,
};

/** Touchpoints against needs: where customers find what they want, where they don't. */
export function touchpointExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const plan = cubes.find("touchpoint-plan") ?? [];
  const rows = cubes.find("touchpoints") ?? [];
  const {touchpoint_reach} = cubes.read("coverage-period");
  const {customers} = totalsOf(site);
  const row = (touchpoint: number, need: Need): TouchpointRow | undefined =>
    rows.find((r) => r.touchpoint === touchpoint && r.need === need);
  const name = (p: TouchpointPlanRow): string => (zh ? p.name_zh : p.name_en);
  const all = plan.flatMap((p) =>
    wantedNeeds.map((need) => ({p, need, ...stateOf(p, need, row(p.touchpoint, need), site)})),
  );
  const reached = (state: State, reach: number | null): string => {
    const part = reach === null ? "" : percent(reach, locale);
    const inside = part === "" ? "" : zh ? `（${part}）` : ` (${part})`;
    return words[state][locale] + inside;
  };
  const cells = (said: typeof words): MatrixCell[] =>
    all.map(({p, need, state, reach}) => ({
      row: String(p.touchpoint),
      column: need,
      text:
        state === "suppressed"
          ? ""
          : state === "none" || state === "nobody"
            ? "—"
            : `${said[state][locale]} ${percent(reach ?? 0, locale)}`,
      title: markWords([name(p), needTerms[need][locale]], reached(state, reach), locale),
      colour: colours[state],
      strength: state === "none" || state === "nobody" ? 0 : 0.35,
      mark: reach ? cellMark("touchpoints", {touchpoint: p.touchpoint, need}) : undefined,
    }));
  const wanted = all.filter((c) => c.p[c.need] && c.state !== "suppressed" && c.state !== "nobody");
  const missed = wanted.filter((c) => c.state === "missed");
  const title = zh ? "接触点与客户需求" : "Touchpoints and what customers need there";
  const listed = missed.map(({p, need}) =>
    zh ? `${name(p)}（${needTerms[need].zh}）` : `${name(p)} (${needTerms[need].en})`,
  );
  const silent =
    customers === 0
      ? zh
        ? "没有客户。"
        : "There are no customers to reach."
      : wanted.length === 0 && all.some((c) => c.state === "suppressed")
        ? zh
          ? "客户太少，无法公布。"
          : "Too few customers can be shown."
        : null;
  return {
    id: "touchpoints",
    needs: "interactions",
    missing: plan.length === 0 ? (zh ? "设置中没有接触点。" : "The settings name no touchpoints.") : null,
    title,
    subtitle: zh
      ? `该处为该需求接触过的客户占全部${customers === null ? "" : `${count(customers, "zh")}位`}客户的比例，${spanOf(site)}；达到${threshold(touchpoint_reach)}为满足（自定）`
      : `Accounts reached there for the need over all ${customers === null ? "" : `${count(customers, "en")} `}customers, ${spanOf(site)}; ${threshold(touchpoint_reach)} counts as met (chosen)`,
    says:
      silent ??
      (zh
        ? `计划满足的${wanted.length}项需求中，${wanted.length - missed.length}项已满足${listed.length > 0 ? `；未满足：${listed.join("、")}` : ""}。`
        : `Of the ${wanted.length} ${wanted.length === 1 ? "need" : "needs"} wanted, ${wanted.length - missed.length} ${wanted.length - missed.length === 1 ? "is" : "are"} met${listed.length > 0 ? `; not met: ${listed.join(", ")}` : ""}.`),
    legend: [
      {swatch: "moved-up", label: words.met[locale]},
      {swatch: "moved-down", label: words.missed[locale]},
      {swatch: "moved-same", label: words.beyond[locale]},
    ],
    draw: (options) =>
      matrix(
        plan.map((p) => ({key: String(p.touchpoint), name: name(p)})),
        wantedNeeds.map((need) => ({key: need, name: sentenceCase(needTerms[need][locale])})),
        cells(options.width < 460 ? short : words),
        {rows: "", columns: ""},
        options,
      ),
    twin: table(
      title,
      [
        {head: zh ? "接触点" : "Touchpoint"},
        {head: zh ? "需求" : "Need"},
        {head: zh ? "是否满足" : "Wanted and met"},
        {head: label("accounts", locale), number: true},
        {head: zh ? "互动次数" : "Contacts", number: true},
        {head: zh ? "客户发起" : "Begun by the customer", number: true},
      ],
      [
        ...all.map(({p, need, state}) => {
          const found = row(p.touchpoint, need);
          const as = rowCells(found ?? {}, cubes.report, locale);
          return {
            cells: [
              name(p),
              needTerms[need][locale],
              words[state][locale],
              as.count(found ? found.customers : 0),
              as.count(found ? found.contacts : 0),
              as.count(found ? found.begun_by_customer : 0),
            ],
          };
        }),
        ...rows
          .filter((r) => r.touchpoint === 0 || r.need === "unknown")
          .map((r) => {
            const as = rowCells(r, cubes.report, locale);
            const own = plan.find((p) => p.touchpoint === r.touchpoint);
            return {
              cells: [
                own ? name(own) : zh ? "其他途径" : "elsewhere",
                needTerms[r.need][locale],
                "–",
                as.count(r.customers),
                as.count(r.contacts),
                as.count(r.begun_by_customer),
              ],
            };
          }),
      ],
    ),
  };
}

const designs = ["behaviour", "staff", "facilities", "tools", "standards"] as const;
const designHeads: Record<(typeof designs)[number], {en: string; zh: string}> = {
  behaviour: {en: "What we wish customers would do", zh: "希望客户的表现"},
  staff: {en: "Staff", zh: "人员"},
  facilities: {en: "Facilities", zh: "设施"},
  tools: {en: "Tools", zh: "工具"},
  standards: {en: "Standards", zh: "标准"},
};

/** How each touchpoint should be run, where the settings say so, beside who came to it. */
export function touchpointDesign(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const plan = cubes.find("touchpoint-plan") ?? [];
  const rows = cubes.find("touchpoints") ?? [];
  const said = designs.filter((d) => plan.some((p) => p[`${d}_${locale}`] !== null));
  if (said.length === 0)
    return html`<p>${
      zh
        ? "本报告没有接触点的设计（希望客户的表现、人员、设施、工具、标准），因此不列出。"
        : "This report has no design of its touchpoints (what customers should do there, staff, facilities, tools, standards), so none is listed."
    }</p>`;
  return table(
    zh ? "接触点设计" : "How each touchpoint should be run",
    [
      {head: zh ? "接触点" : "Touchpoint"},
      ...said.map((d) => ({head: designHeads[d][locale]})),
      {head: zh ? "实际：客户主动的互动" : "In fact: contacts that customers began", number: true},
    ],
    plan.map((p) => {
      const own = rows.filter((r) => r.touchpoint === p.touchpoint);
      const hidden = own.some((r) => r.suppressed);
      const begun = own.reduce((s, r) => s + (r.begun_by_customer ?? 0), 0);
      const all = own.reduce((s, r) => s + (r.contacts ?? 0), 0);
      return {
        cells: [
          zh ? p.name_zh : p.name_en,
          ...said.map((d) => p[`${d}_${locale}`] ?? "–"),
          hidden
            ? word("suppressed", locale)
            : !cubes.has("interactions")
              ? "–"
              : zh
                ? `${count(all, "zh")}次中${count(begun, "zh")}次`
                : `${count(begun, "en")} of ${count(all, "en")}`,
        ],
      };
    }),
  );
}
