import {type NewFile, pageText, queryFrom, quoted, type Titles} from "./new-file.js";

/** The files of a new page, which together give a page that can be built as it is. */
export function pageFiles(name: string, title: Titles): NewFile[] {
  return [
    {
      path: `loaders/own/pages/${name}.sql`,
      what: "the query: what is counted",
      text: queryFrom("page.sql", {name}),
    },
    {
      path: `loaders/own/pages/${name}.ts`,
      what: "its columns, their units and words, the chart, who may see it",
      text: definition(title),
    },
    {path: `src/data/${name}.json.ts`, what: "the loader of its rows", text: loader(name)},
    {
      path: `src/${name}.md`,
      what: "the page",
      text: pageText("en", title.en, [
        `{{own-headline ${name}}}`,
        `{{own-chart ${name}}}`,
        "## All groups {#rows}",
        `{{own-table ${name}}}`,
        "## How it was computed {#method}",
        `{{own-method ${name}}}`,
      ]),
    },
    {
      path: `src/zh/${name}.md`,
      what: "the page in Chinese",
      text: pageText("zh", title.zh, [
        `{{own-headline ${name}}}`,
        `{{own-chart ${name}}}`,
        "## 全部分组 {#rows}",
        `{{own-table ${name}}}`,
        "## 计算方法 {#method}",
        `{{own-method ${name}}}`,
      ]),
    },
  ];
}

function definition({en, zh}: Titles): string {
  return `import {definePage} from "../page.js";

export default definePage({
  title: {
    en: ${quoted(en)},
    zh: ${quoted(zh)},
  },
  about: {
    en: "Lost: bought in the three months before the last three, and not since.",
    zh: "流失：前一个三个月内购买过，最近三个月未再购买。",
  },
  audiences: ["analysts"],
  columns: {
    part: {
      kind: "text",
      label: {en: "ABC class", zh: "ABC分类"},
      values: {
        A: {en: "Class A", zh: "A类"},
        B: {en: "Class B", zh: "B类"},
        C: {en: "Class C", zh: "C类"},
        D: {en: "Class D", zh: "D类"},
        none: {en: "no class", zh: "未分类"},
      },
    },
    customers: {kind: "count", label: {en: "Customers", zh: "客户数"}},
    lost: {kind: "count", label: {en: "Lost customers", zh: "流失客户数"}},
    revenue: {kind: "money", label: {en: "Revenue", zh: "收入"}},
  },
  chart: ["bars", "part", "lost", "customers"],
  // Or draw it with Observable Plot; \`table\` is the rows as an arquero table, money in whole units of the currency.
  // draw: ({table, plot, label, write, locale}) => ({
  //   title: {en: \`\${label.part}: share of customers lost\`, zh: \`\${label.part}：流失客户占比\`}[locale],
  //   x: {tickFormat: ".0%", label: null},
  //   marks: [
  //     plot.barX(table.derive({share: (d) => d.lost / d.customers}), {
  //       x: "share",
  //       y: "part",
  //       sort: {y: "-x"},
  //       fill: "var(--link)",
  //       title: (d) => \`\${write.part(d.part)}: \${write.lost(d.lost)} / \${write.customers(d.customers)}\`,
  //     }),
  //   ],
  // }),
});
`;
}

function loader(name: string): string {
  return `import type {RowOf} from "../../loaders/own/page.js";
import type page from "../../loaders/own/pages/${name}.js";
import {ownRows} from "../../loaders/own/rows.js";

const rows = await ownRows<RowOf<typeof page>>("${name}");
process.stdout.write(JSON.stringify(rows));
`;
}
