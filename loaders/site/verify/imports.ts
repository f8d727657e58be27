import {basename} from "node:path/posix";
import {type Finding, type FinishedSite, pageName, resolveInside} from "../finished-site.js";
import {importsOf} from "../script-imports.js";

/** Framework's client can load libraries that no page here uses; it would ask for them only if one did. */
function neverAsked(path: string, name: string): boolean {
  return path.startsWith("_observablehq/") && /^(\.\.?\/)*(_npm|stdlib|_observablehq\/stdlib)\//.test(name);
}

function verifyScript(site: FinishedSite, path: string, source: string): string[] {
  const problems: string[] = [];
  try {
    for (const {name, type, method} of importsOf(site, path, source)) {
      if (type === "global") {
        if (!/^(https?:)?\/\//.test(name))
          problems.push(`unresolved import "${name}": no such package in node_modules`);
        continue;
      }
      if (method !== "static" && neverAsked(path, name)) continue;
      const target = resolveInside(path, name);
      if (!target || !site.has(target.path))
        problems.push(`unresolved import "${name}": there is no ${target?.path ?? name}`);
    }
  } catch (error) {
    problems.push(`script can't be read: ${(error as Error).message}`);
  }
  return problems;
}

/** Modules that no page and no other script names: what was put together stands in another file too. */
function unasked(site: FinishedSite): string[] {
  const inPages = site.pages.flatMap(({tags}) => tags.map(({text}) => text)).join("\n");
  const scripts = [...site.texts].filter(([path]) => path.endsWith(".js"));
  return site.files.filter((path) => {
    if (!/^_(import|node)\/.+\.js$/.test(path)) return false;
    const name = basename(path);
    return !inPages.includes(name) && !scripts.some(([from, text]) => from !== path && text.includes(name));
  });
}

/**
 * Imports of every script, in files and inside pages, that lead to nothing, and modules that nothing leads to. Other
 * hosts are the business of hosts.ts.
 */
export function verifyImports(site: FinishedSite): Finding[] {
  const findings: Finding[] = [];
  for (const [path, source] of site.texts) {
    if (path.endsWith(".js"))
      for (const problem of verifyScript(site, path, source)) findings.push({where: path, problem});
  }
  for (const {path, tags} of site.pages) {
    for (const {name, attributes, text} of tags) {
      if (name !== "script" || attributes.get("type") !== "module" || !text.trim()) continue;
      for (const problem of verifyScript(site, path, text)) findings.push({where: pageName(path), problem});
    }
  }
  for (const path of unasked(site))
    findings.push({where: path, problem: "no page and no script asks for it"});
  return findings;
}
