import type MarkdownIt from "markdown-it";
import {markdownBlocks} from "./src/components/markdown-blocks.js";
import {footer, head, header} from "./src/components/shell.js";

export default {
  root: "src",
  style: "style.css",
  globalStylesheets: [],
  pages: [],
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  linkify: false,
  // A page is a file under its own name, and every link is relative: any static host and any sub-path will do.
  preserveIndex: true,
  preserveExtension: true,
  head,
  header,
  footer,
  markdownIt: (md: MarkdownIt) => markdownBlocks(md),
};
