import {type Finding, type FinishedSite, type Page, pageName, resolveInside} from "../finished-site.js";
import type {Tag} from "../tags.js";

/** Addresses with a scheme, or of another host. */
const isElsewhere = (address: string) => /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);

/** Links between pages for those who look: nothing is asked for. */
const isRead = ({name, attributes}: Tag) =>
  name === "link" && /\b(canonical|alternate|author|license|next|prev)\b/.test(attributes.get("rel") ?? "");

/** Addresses that a browser asks for by itself when it meets a tag. */
export function requestedBy(tag: Tag): string[] {
  const attribute = (name: string) => tag.attributes.get(name);
  const found: (string | undefined)[] = [];
  switch (tag.name) {
    case "link":
      if (!isRead(tag)) found.push(attribute("href"));
      break;
    case "image":
    case "use":
    case "feimage":
      found.push(attribute("href"), attribute("xlink:href"));
      break;
    case "object":
      found.push(attribute("data"));
      break;
    case "form":
      found.push(attribute("action"));
      break;
    default:
      found.push(attribute("src"), attribute("poster"));
  }
  for (const set of [attribute("srcset"), attribute("imagesrcset")]) {
    if (set) found.push(...set.split(/,\s+/).map((candidate) => candidate.trim().split(/\s+/)[0]));
  }
  return found.filter((address): address is string => Boolean(address));
}

function anchorsOf(page: Page): Set<string> {
  const anchors = new Set(["", "top"]);
  for (const {name, attributes} of page.tags) {
    const id = attributes.get("id") ?? (name === "a" ? attributes.get("name") : undefined);
    if (id) anchors.add(id);
  }
  return anchors;
}

/** Links, fragments and files that lead nowhere, or out of the site where it is served below a host's root. */
export function verifyLinks(site: FinishedSite): Finding[] {
  const findings: Finding[] = [];
  const anchors = new Map(site.pages.map((page) => [page.path, anchorsOf(page)]));
  for (const page of site.pages) {
    const check = (address: string, what: string) => {
      if (isElsewhere(address)) return;
      const where = pageName(page.path);
      const target = resolveInside(page.path, address);
      if (!target)
        findings.push({where, problem: `${what} ${address} leaves the site: write it relative to the page`});
      else if (!site.has(target.path))
        findings.push({where, problem: `broken ${what} ${address}: there is no ${target.path}`});
      else if (anchors.get(target.path)?.has(target.fragment) === false) {
        findings.push({
          where,
          problem: `broken anchor ${address}: ${target.path} has no id "${target.fragment}"`,
        });
      }
    };
    for (const tag of page.tags) {
      if (tag.name === "base") continue;
      const href =
        tag.name === "a" || tag.name === "area" || isRead(tag)
          ? (tag.attributes.get("href") ?? tag.attributes.get("xlink:href"))
          : undefined;
      if (href !== undefined) check(href, "link");
      for (const address of requestedBy(tag)) check(address, "file");
    }
  }
  return findings;
}
