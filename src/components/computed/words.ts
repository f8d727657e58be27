import type {CubeName, Locale} from "../../cubes.js";
import type {Term} from "../terms.js";
import {relationshipCubeWords} from "./relationship-words.js";
import {serviceCubeWords} from "./service-words.js";
import {valueCubeWords} from "./value-words.js";

/** What each cube counts, in a sentence or two. */
export const cubeWords: Partial<Record<CubeName, Term>> = {
  ...valueCubeWords,
  ...relationshipCubeWords,
  ...serviceCubeWords,
};

const term = (en: string, zh: string): Term => ({en, zh});

const words = {
  how: term("How is this computed?", "如何计算？"),
  thresholds: term("Settings in force", "生效的设置"),
  changed: term("changed by this report", "本报告改动"),
  sql: term("SQL, models, rows in and out", "SQL、模型与行数"),
  method: term("The page’s definitions", "本页定义"),
  cubes: term("Cube by cube", "逐项说明"),
  models: term("Models", "模型"),
  query: term("The query", "查询"),
  rests: term("Rests on", "依据的模型"),
  near: term("read directly", "直接读取"),
  from: term("Rows in", "读入行数"),
  out: term("Rows out", "产出行数"),
  makes: term("makes", "生成"),
  variable: term("variable", "变量"),
  variables: term("Variables", "变量"),
  withheld: term("not shown to this audience", "不向此类读者显示"),
  typescript: term(
    "Fitted by maximum likelihood or measured over past dates, in TypeScript; the files of this name hold the formulas and their sources.",
    "由TypeScript程序拟合或按过去日期测算；公式与出处见同名文件。",
  ),
} satisfies Record<string, Term>;

/** A word of what is said about computing. */
export function computedWord(key: keyof typeof words, locale: Locale): string {
  return words[key][locale];
}
