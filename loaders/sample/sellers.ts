export interface Seller {
  name: string;
  /** The language the seller writes assessments in. */
  language: "en" | "zh";
}

const zh = ["林知遥", "沈砚秋", "顾明澈", "许若川", "陆景行", "叶清和", "江听澜", "贺云舟"];
const en = ["Hannah Brooke", "Tomas Lindqvist", "Priya Raman", "Callum Ferris", "Ines Carvalho"];

/** Invented sellers who own accounts: those who write Chinese look after Chinese accounts, the others the rest. */
export const owners: Record<Seller["language"], readonly Seller[]> = {
  zh: zh.map((name) => ({name, language: "zh"})),
  en: en.map((name) => ({name, language: "en"})),
};

/** Sales directors, who look at any account now and then. */
export const directors: readonly Seller[] = [
  {name: "韩书宁", language: "zh"},
  {name: "Clara Whitlock", language: "en"},
];
