import {type GridStage, gridStages, type WalletStage, walletPlaces, walletStages} from "../../../cubes.js";
import {rowCells} from "../../absent.js";
import {stageCross} from "../../charts/stage-cross.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count} from "../../formats.js";
import {outsideWords} from "../../outside-words.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {gridStageName, label, walletStageName} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";

/** The two stage models crossed at the newest date. */
export function crossExhibit(site: Site): Exhibit {
  const {locale, cubes} = site;
  const {report} = cubes;
  const both = cubes.has("relationships") && cubes.has("wallets");
  const all = both ? cubes.read("stage-cross") : [];
  const rows = all.filter((r) => r.wallet_stage !== "none");
  const back = all.filter((r) => r.wallet_stage === "none" && r.customers !== 0);
  const at = (g: GridStage, w: WalletStage): (typeof rows)[number] | undefined =>
    all.find((r) => r.grid_stage === g && r.wallet_stage === w);
  const sum = (gs: GridStage[], ws: WalletStage[]): number | null =>
    gs
      .flatMap((g) => ws.map((w) => at(g, w)))
      .reduce<number | null>((s, r) => {
        if (s === null || (r && r.customers === null)) return null;
        return s + (r?.customers ?? 0);
      }, 0);
  const crossings = rows.map((row) => {
    const {customers, grid_stage, wallet_stage} = row;
    return {...row, mark: customers ? cellMark("stage-cross", {grid_stage, wallet_stage}) : undefined};
  });
  const partly = rows.some(({customers}) => customers === null);
  const whole = rows.reduce((sum, {customers}) => sum + (customers ?? 0), 0);
  const told = back.every(({customers}) => customers !== null);
  const beside =
    back.length === 0
      ? ""
      : `${locale === "zh" ? "；" : "; "}${outsideWords(told ? back.reduce((n, {customers}) => n + customers!, 0) : null, locale)}`;
  const columns = back.length > 0 ? walletPlaces : walletStages;
  const wallet = sum(["pre"], ["stable", "strategic"]);
  const relation = sum(["advanced", "partner"], ["development", "initial", "interrupted"]);
  const title =
    locale === "zh"
      ? "两种阶段对照：方格阶段与份额阶段"
      : "The two stage models crossed: grid stage and wallet stage";
  return {
    id: "stage-cross",
    needs: cubes.has("relationships") ? "wallets" : "relationships",
    title,
    subtitle:
      locale === "zh"
        ? `客户数（含潜在客户）；颜色为占${partly ? "所示" : "全部"}客户的比例${beside}`
        : `Accounts; colour is their share of ${partly ? "those shown" : "all"}${beside}`,
    says:
      wallet === null || relation === null
        ? locale === "zh"
          ? "部分单元客户太少，已隐去。"
          : "Some cells hold too few accounts and are suppressed."
        : locale === "zh"
          ? `${count(wallet, locale)}位客户的份额已达稳定或战略合作，方格却未达孕育阶段；${count(relation, locale)}位已在高期或合作伙伴，份额却低于稳定合作。`
          : `${count(wallet, locale)} ${wallet === 1 ? "account gives" : "accounts give"} us a stable or strategic share from below nurturing; ${count(relation, locale)} at advanced or partner ${relation === 1 ? "gives" : "give"} less than a stable share.`,
    draw: (options) => stageCross(crossings, whole, options),
    twin: table(
      title,
      [
        {head: label("grid_stage", locale)},
        ...columns.map((w) => ({head: walletStageName(w, locale), number: true})),
      ],
      [...gridStages].map((g) => ({
        cells: [
          gridStageName(g, locale),
          ...columns.map((w) => {
            const r = at(g, w);
            return rowCells(r ?? {}, report, locale).count(r ? r.customers : 0);
          }),
        ],
      })),
    ),
  };
}
