import {needs, notShown, whyEmpty} from "../../absent.js";
import type {Html} from "../../html.js";
import {someOf} from "../../relationship-facts.js";
import type {Site} from "../../site.js";
import {servedBelow} from "./facts.js";
import {gapList} from "./gaps.js";

/** The widest gaps by name, with the money; only where this audience may see names. */
export function gapTable(site: Site): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  const caption = zh ? "低于建议最多的客户" : "Customers furthest below the level suggested";
  if (!cubes.has("interactions")) return needs("interactions", caption, locale);
  const rows = cubes.find("service-gaps");
  if (rows === null) return notShown(caption, whyEmpty("audience", locale));
  if (rows.length === 0)
    return notShown(
      caption,
      zh ? "没有客户低于建议层次。" : "No customer is served below what is suggested.",
    );
  const most = 20;
  const shown = rows.slice(0, most);
  return gapList(
    shown,
    site,
    {id: "service-gaps", title: caption},
    caption + someOf(shown.length, servedBelow(site)?.below ?? rows.length, locale),
  );
}
