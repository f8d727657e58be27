import {type Finding, type FinishedSite, pageName} from "../finished-site.js";
import {importsOf} from "../script-imports.js";
import type {Tag} from "../tags.js";
import {requestedBy} from "./links.js";

const foreign = /^\s*((https?|wss?|ftp):)?\/\//i;
const inStyles = /(?:url\(\s*|@import\s+)["']?\s*((?:https?:)?\/\/[^"')\s;]+)/gi;
const inScripts =
  /(?:\b(?:fetch|importScripts|sendBeacon|Worker|SharedWorker|EventSource|WebSocket|Request)\s*\(\s*|\.open\(\s*["'`][A-Z]+["'`]\s*,\s*|\.(?:src|srcset)\s*=\s*)["'`]((?:https?:|wss?:)?\/\/[^"'`]+)/g;

const addresses = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, address = ""]) => address);

function inScript(site: FinishedSite, path: string, source: string): string[] {
  let imports: string[] = [];
  try {
    imports = importsOf(site, path, source).map(({name}) => name);
  } catch {
    // A script that can't be read is reported with its imports.
  }
  return [...imports.filter((name) => foreign.test(name)), ...addresses(source, inScripts)];
}

function inTag(site: FinishedSite, path: string, tag: Tag): string[] {
  const found = requestedBy(tag).filter((address) => foreign.test(address));
  found.push(...addresses(tag.attributes.get("style") ?? "", inStyles));
  if (tag.name === "style") found.push(...addresses(tag.text, inStyles));
  if (tag.name === "script" && !/json/.test(tag.attributes.get("type") ?? ""))
    found.push(...inScript(site, path, tag.text));
  if (tag.name === "base" && foreign.test(tag.attributes.get("href") ?? ""))
    found.push(tag.attributes.get("href") ?? "");
  if (tag.name === "meta" && /refresh/i.test(tag.attributes.get("http-equiv") ?? ""))
    found.push(...addresses(tag.attributes.get("content") ?? "", /url=\s*(https?:\/\/\S+)/gi));
  return found;
}

/**
 * Addresses of other hosts that a browser would ask for while somebody reads: in tags, styles, pictures and, where they
 * are written out in a call that makes a request, in scripts. A link that a reader may follow is no request.
 */
export function verifyHosts(site: FinishedSite): Finding[] {
  const findings: Finding[] = [];
  const add = (where: string, found: string[]) => {
    for (const address of found)
      findings.push({where, problem: `asks another host for ${address.trim()}: keep a copy in src/`});
  };
  for (const {path, tags} of site.pages) for (const tag of tags) add(pageName(path), inTag(site, path, tag));
  for (const [path, text] of site.texts) {
    if (path.endsWith(".js")) add(path, inScript(site, path, text));
    else add(path, addresses(text, inStyles));
    if (path.endsWith(".svg")) add(path, addresses(text, /(?:xlink:)?\bhref="((?:https?:)?\/\/[^"]+)"/g));
  }
  return findings;
}
