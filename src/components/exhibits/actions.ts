import type {ActionRow} from "../../cubes/value.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {table} from "../tables.js";
import {classes, gridStageTerms, label, sentenceCase, walletStageTerms} from "../terms.js";
import {classLabel} from "../value-terms.js";

const origins: Record<ActionRow["origin"], {en: string; zh: string}> = {
  sourced: {en: "the source", zh: "文献"},
  chosen: {en: "chosen here", zh: "自定"},
  settings: {en: "this report’s settings", zh: "本报告设置"},
};

const models: Record<string, {en: string; zh: string}> = {
  abc: {en: "Suggestions for the ABC classes", zh: "对ABC各类的建议"},
  rfm_band: {en: "Suggestions for the three bands", zh: "对三段客户的建议"},
  rfm_segment: {en: "Suggestions for the segments", zh: "对各细分的建议"},
  metal: {en: "Suggestions for the levels of the migration pyramid", zh: "对金字塔各层的建议"},
  hsbc: {en: "Suggestions for HSBC’s groups", zh: "对汇丰各组的建议"},
  chase: {en: "Suggestions for Chase’s groups", zh: "对大通各组的建议"},
  value_type: {en: "Suggestions for the value types", zh: "对各价值类型的建议"},
  grid_stage: {en: "Suggestions for the grid stages", zh: "对方格各阶段的建议"},
  wallet_stage: {en: "Suggestions for the wallet stages", zh: "对份额各阶段的建议"},
};

function name(row: ActionRow, {locale}: Site): string {
  const own: Readonly<Record<string, Readonly<Record<string, {en: string; zh: string}>>>> = {
    abc: classes,
    grid_stage: gridStageTerms,
    wallet_stage: walletStageTerms,
  };
  const found = own[row.model];
  return found && Object.hasOwn(found, row.class)
    ? sentenceCase(found[row.class]![locale])
    : classLabel(row.model, row.class, locale);
}

/** What is suggested for each class of a model (a second argument "again" leaves out the note where it stands already), why, and who would have to approve it: never more than a suggestion. */
export function actionTable(site: Site, args: readonly string[]): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const model = args[0] ?? "";
  const title = models[model];
  if (!title) throw new Error(`"${model}" is no model with suggestions: ${Object.keys(models).join(", ")}`);
  const all = cubes.find("actions") ?? [];
  const rows = all.filter((r) => r.model === model && r.class !== "none");
  const floor = all.filter((r) => r.model === "everyone").map((r) => r.action[locale]);
  if (rows.length === 0)
    return html`<p>${zh ? "本报告没有这些类别的建议。" : "This report has no suggestions for these classes."}</p>`;
  const draft = zh ? "草案，须经批准：" : "draft; ";
  const note = html`<p class="suggestion-note">${
    zh
      ? html`<strong>仅为建议。</strong>由人判断是否采用；提价、减少利益与清退都只是草案，须说明理由并经批准。${floor.length > 0 ? `对每位客户：${floor.join("；")}。` : ""}`
      : html`<strong>Suggestions, not decisions.</strong> People judge whether to follow them; price rises, cut benefits and exits are drafts that need a reason and an approval. ${floor.length > 0 ? `For every customer: ${floor.map((f) => f.charAt(0).toLowerCase() + f.slice(1)).join("; ")}.` : ""}`
  }</p>
`;
  return html`${args[1] === "again" ? null : note}${table(
    title[locale],
    [
      {head: label("class", locale)},
      {head: label("suggestion", locale)},
      {head: label("why", locale)},
      {head: label("approver", locale)},
      {head: label("source", locale)},
    ],
    rows.map((r, i) => ({
      cells: [
        i > 0 && rows[i - 1]!.class === r.class
          ? html`<span class="repeated">${name(r, site)}</span>`
          : name(r, site),
        r.action[locale],
        r.reason[locale],
        r.approver ? `${draft}${r.approver[locale]}` : "–",
        html`<span class="whole">${origins[r.origin][locale]}</span>`,
      ],
    })),
  )}`;
}
