import {columnOf} from "../own/names.js";
import {type NewFile, pageText, queryFrom, quoted, type Titles} from "./new-file.js";

/** The files of a new model, which together give a model and its page that can be built as they are. */
export function modelFiles(name: string, title: Titles): NewFile[] {
  const body = (crossed: string, method: string): string[] => [
    `{{own-headline ${name}}}`,
    `{{own-classes ${name}}}`,
    `{{own-classes ${name} revenue}}`,
    `## ${crossed} {#crossed}`,
    `{{own-cross ${name}}}`,
    `## ${method} {#method}`,
    `{{own-method ${name}}}`,
  ];
  return [
    {
      path: `loaders/own/models/${name}.sql`,
      what: "the query: which class a customer has at which date",
      text: queryFrom("model.sql", {name, column: columnOf(name)}),
    },
    {
      path: `loaders/own/models/${name}.ts`,
      what: "its classes, their words, who may see it",
      text: definition(title),
    },
    {path: `src/data/${name}.json.ts`, what: "the loader of its counts", text: loader(name)},
    {
      path: `src/${name}.md`,
      what: "its page",
      text: pageText("en", title.en, body("Crossed with the other models", "How it was computed")),
    },
    {
      path: `src/zh/${name}.md`,
      what: "its page in Chinese",
      text: pageText("zh", title.zh, body("与其他模型交叉", "计算方法")),
    },
  ];
}

function definition({en, zh}: Titles): string {
  return `import {defineModel} from "../model.js";

export default defineModel({
  title: {
    en: ${quoted(en)},
    zh: ${quoted(zh)},
  },
  about: {
    en: "Revenue of the last six months beside that of the six before: 10% more, 10% less, or between.",
    zh: "最近六个月的收入与此前六个月相比：多10%以上、少10%以上，或介于其间。",
  },
  audiences: ["analysts"],
  classes: {
    growing: {en: "Growing", zh: "增长"},
    steady: {en: "Steady", zh: "平稳"},
    shrinking: {en: "Shrinking", zh: "下降"},
  },
});
`;
}

function loader(name: string): string {
  return `import {ownRows} from "../../loaders/own/rows.js";
import type {OwnModelRow} from "../cubes/own.js";

const rows = await ownRows<OwnModelRow>("${name}");
process.stdout.write(JSON.stringify(rows));
`;
}
