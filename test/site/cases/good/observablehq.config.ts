import {existsSync, readFileSync} from "node:fs";

const cubes = process.env.GUANXI_CUBES ?? "";
const {title} = existsSync(`${cubes}/report.json`)
  ? JSON.parse(readFileSync(`${cubes}/report.json`, "utf8"))
  : {title: {en: "none"}};

export default {
  root: "src",
  title: title.en,
  style: "style.css",
  globalStylesheets: [],
  search: true,
  sidebar: false,
  pager: false,
  toc: false,
  preserveExtension: true,
  footer: ({path}: {path: string}) => `<p data-path="${path}">${title.en}</p>`,
};
