import type MarkdownIt from "markdown-it";
import {drawBlock} from "./blocks.js";
import {openCubes} from "./cube-files.js";
import {joinNeeds} from "./joined-needs.js";
import {setAside} from "./set-aside.js";
import {drawingDocument} from "./site.js";
import {languageTags, localeOf, slugOf} from "./site-map.js";

const directiveLine = /^\{\{\s*(.+?)\s*\}\}\s*$/;
const headingId = /\s*\{#([a-z][a-z0-9-]*)\}\s*$/;

/**
 * A markdown-it plugin: a line `{{chart pareto-curve}}` becomes HTML drawn from the cubes when the page is built, a
 * heading may end in `{#id}`, and the page is wrapped in an element that names its language.
 */
export function markdownBlocks(md: MarkdownIt): MarkdownIt {
  md.block.ruler.before(
    "paragraph",
    "directive",
    (state, startLine, _endLine, silent) => {
      const start = state.bMarks[startLine]! + state.tShift[startLine]!;
      const match = directiveLine.exec(state.src.slice(start, state.eMarks[startLine]));
      if (!match) return false;
      if (silent) return true;
      const token = state.push("directive", "", 0);
      token.content = match[1]!;
      token.map = [startLine, startLine + 1];
      state.line = startLine + 1;
      return true;
    },
    {alt: ["paragraph"]},
  );
  md.core.ruler.after("inline", "heading-id", (state) => {
    state.tokens.forEach((token, i) => {
      const inline = state.tokens[i + 1];
      const match = token.type === "heading_open" && inline ? headingId.exec(inline.content) : null;
      if (!match || !inline) return;
      token.attrSet("id", match[1]!);
      inline.content = inline.content.replace(headingId, "");
      const last = inline.children?.at(-1);
      if (last) last.content = last.content.replace(headingId, "");
    });
  });
  md.core.ruler.push("page-language", (state) => {
    const path = pathOf(state.env);
    const open = new state.Token("html_block", "", 0);
    open.content = `<div id="content" tabindex="-1" class="page page-${slugOf(path)}" lang="${languageTags[localeOf(path)]}">\n`;
    const close = new state.Token("html_block", "", 0);
    close.content = "</div>\n";
    state.tokens.unshift(open);
    state.tokens.push(close);
  });
  // Those in a row are drawn with the first of them: what is missing for one reason is said once.
  md.renderer.rules.directive = (tokens, i, _options, env) => {
    if (tokens[i - 1]?.type === "directive") return "";
    const path = pathOf(env);
    const site = {
      cubes: openCubes(),
      locale: localeOf(path),
      document: drawingDocument(),
      hasMethod: tokens.some((t) => t.type === "heading_open" && t.attrGet("id") === "method"),
    };
    const after = tokens.findIndex(({type}, at) => at > i && type !== "directive");
    const row = tokens.slice(i, after < 0 ? undefined : after).map(({content: directive}) => {
      try {
        return `${setAside(drawBlock(directive, site).text)}\n`;
      } catch (error) {
        throw new Error(
          `${path}: {{${directive}}}: ${error instanceof Error ? error.message : String(error)}`,
          {cause: error},
        );
      }
    });
    return joinNeeds(row.join(""));
  };
  return md;
}

function pathOf(env: unknown): string {
  return String((env as {path?: unknown} | undefined)?.path ?? "/index");
}
