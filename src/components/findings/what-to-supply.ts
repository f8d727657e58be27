import type {ExportName, Locale} from "../../cubes.js";
import type {Term} from "../terms.js";

/** The exports that whole pages hang on: what a row is, and the columns without which it can't be read. */
export const leastColumns: Readonly<Partial<Record<ExportName, Term>>> = {
  relationships: {
    en: "one assessment a row, with customer_id, assessed_on, personal_level and company_level (1 to 5)",
    zh: "每行一次评估，列为customer_id、assessed_on、personal_level与company_level（1至5）",
  },
  wallets: {
    en: "one account and period a row, with customer_id, as_of, and category_spend or share_pct",
    zh: "每行一位客户的一个期间，列为customer_id、as_of，以及category_spend或share_pct",
  },
  interactions: {
    en: "one contact a row, with customer_id, occurred_on and kind",
    zh: "每行一次互动，列为customer_id、occurred_on与kind",
  },
  complaints: {
    en: "one complaint a row, with customer_id and opened_on",
    zh: "每行一件抱怨，列为customer_id与opened_on",
  },
  surveys: {
    en: "one survey sent a row, with customer_id and sent_on",
    zh: "每行一份发出的调查，列为customer_id与sent_on",
  },
  costs: {
    en: "one account and period a row, with customer_id, period and cost",
    zh: "每行一位客户的一个期间，列为customer_id、period与cost",
  },
};

/** What stands under the head of a page that has nothing to show: the files that would fill it, and what they hold. */
export function whatToSupply(exports: readonly ExportName[], locale: Locale): string {
  const zh = locale === "zh";
  const files = exports.map((name) => `${name}.csv${zh ? "：" : ": "}${leastColumns[name]?.[locale] ?? ""}`);
  return zh
    ? `把以下文件放在transactions.csv旁边，重新生成报告，本页即有内容。${files.join("；")}。其余各列见data/README.md。`
    : `Put ${exports.length === 1 ? "this file" : exports.length === 2 ? "one of these files, or both," : "any of these files"} beside transactions.csv and build again. ${files.join("; ")}. All columns stand in data/README.md.`;
}
