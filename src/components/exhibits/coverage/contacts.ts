import type {ContactMixRow} from "../../../cubes/coverage.js";
import {rowCells, whyEmpty} from "../../absent.js";
import {type BarGroup, type GroupBar, groupBars} from "../../charts/group-bars.js";
import {markWords} from "../../charts/mark-words.js";
import {type MatrixCell, matrix} from "../../charts/matrix.js";
import {classBasis} from "../../class-basis.js";
import {contactChannels, contactContents, initiators} from "../../coverage-terms.js";
import {cellMark} from "../../drill/cell-mark.js";
import {count, percent} from "../../formats.js";
import type {Html} from "../../html.js";
import type {Site} from "../../site.js";
import {table} from "../../tables.js";
import {classes, label, sentenceCase, type Term, word} from "../../terms.js";
import type {Exhibit} from "../exhibit.js";
import {classesIn, contactCost, contactedClass, nothingHeld, spanOf, sum} from "./contact-words.js";

function mixOf({cubes}: Site, by: ContactMixRow["by"]): ContactMixRow[] {
  return (cubes.find("contact-mix") ?? []).filter((r) => r.by === by);
}

/** Channels against classes: what part of each class's contacts went through which channel. */
export function channelMixExhibit(site: Site): Exhibit {
  const {locale} = site;
  const zh = locale === "zh";
  const rows = mixOf(site, "channel");
  const present = classesIn(rows);
  const channels = Object.keys(contactChannels).filter((c) => rows.some((r) => r.value === c));
  const name = (c: string): string => sentenceCase(contactChannels[c]?.[locale] ?? c);
  // Of a class that is told in part there is no whole for a share: its contacts stand as numbers.
  const hidden = new Set(rows.filter((r) => r.contacts === null).map((r) => r.class));
  const whole = new Map(
    present.map((c) => [c, sum(rows.filter((r) => r.class === c).map((r) => r.contacts))]),
  );
  const cells: MatrixCell[] = rows.map((r) => {
    const all = whole.get(r.class) ?? 0;
    const share = r.contacts === null ? null : r.contacts / Math.max(1, all);
    const which = [sentenceCase(contactedClass(r.class, site)), name(r.value)];
    return {
      row: r.value,
      column: r.class,
      text:
        share === null
          ? ""
          : all === 0
            ? "–"
            : hidden.has(r.class)
              ? count(r.contacts!, locale)
              : percent(share, locale),
      title: markWords(
        which,
        share === null
          ? word("suppressed", locale)
          : zh
            ? `${count(r.contacts!, locale)}次，${contactCost(r.cost!, site)}`
            : `${count(r.contacts!, locale)} ${r.contacts === 1 ? "contact" : "contacts"}, ${contactCost(r.cost!, site)}`,
        locale,
      ),
      colour: share === null ? null : all === 0 ? "heat-0" : "historic",
      strength: share ?? 0,
      mark: r.contacts ? cellMark("contact-mix", {by: "channel", class: r.class, value: r.value}) : undefined,
    };
  });
  const title = zh ? "各类客户的互动渠道" : "Channels by class";
  const top = present.flatMap((c) => {
    const own = rows.filter((r) => r.class === c && r.contacts !== null);
    const best = own.sort((a, b) => b.contacts! - a.contacts!)[0];
    const all = whole.get(c) ?? 0;
    return best && all > 0 && !hidden.has(c) ? [{c, best, share: best.contacts! / all}] : [];
  })[0];
  return {
    id: "channel-mix",
    needs: "interactions",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: zh
      ? `各渠道占本类互动次数的比例${hidden.size > 0 ? "（有隐去者的类别列次数）" : ""}，${classBasis(site)}，${spanOf(site)}`
      : `Share of each class’s contacts${hidden.size > 0 ? " (numbers of contacts where some of a class are suppressed)" : ""}, ${classBasis(site)}, ${spanOf(site)}`,
    says: top
      ? zh
        ? `${top.c === "none" ? "非客户" : `${classes[top.c].zh}客户`}的互动中，${percent(top.share, "zh")}经由${name(top.best.value)}。`
        : `${sentenceCase(name(top.best.value))} makes up ${percent(top.share, "en")} of the contacts with ${top.c === "none" ? "those who are no customers" : `class ${top.c}`}.`
      : rows.every((r) => r.contacts === 0)
        ? nothingHeld(site)
        : zh
          ? "部分单元客户太少，已隐去，不公布占比。"
          : "Some cells hold too few customers to be shown, so that no share can be told.",
    draw: (options) =>
      matrix(
        channels.map((c) => ({key: c, name: name(c)})),
        present.map((c) => ({key: c, name: contactedClass(c, site), short: c === "none" ? "–" : c})),
        cells,
        {rows: "", columns: ""},
        options,
      ),
    twin: mixTwin(site, title, rows, contactChannels),
  };
}

function mixTwin(
  site: Site,
  title: string,
  rows: readonly ContactMixRow[],
  terms: Record<string, Term>,
): Html {
  const {locale, cubes} = site;
  const zh = locale === "zh";
  return table(
    title,
    [
      {head: label("class", locale)},
      {head: zh ? "项目" : "Kind"},
      {head: label("accounts", locale), number: true},
      {head: zh ? "互动次数" : "Contacts", number: true},
      {head: zh ? "互动成本" : "Cost of contact", number: true},
    ],
    rows.map((r) => {
      const as = rowCells(r, cubes.report, locale);
      return {
        cells: [
          contactedClass(r.class, site),
          terms[r.value]?.[locale] ?? r.value,
          as.count(r.customers),
          as.count(r.contacts),
          r.cost === null ? as.count(null) : contactCost(r.cost, site),
        ],
      };
    }),
  );
}

/** Contacts by what they were about, or by who began them, over all classes. */
export function mixExhibit(site: Site, [by]: readonly string[]): Exhibit {
  const {locale} = site;
  const zh = locale === "zh";
  if (by !== "content" && by !== "initiated_by")
    throw new Error(`"${by}" is no mix of contacts: content or initiated_by`);
  const terms = by === "content" ? contactContents : initiators;
  const rows = mixOf(site, by);
  const values = Object.keys(terms).filter((v) => rows.some((r) => r.value === v));
  const totals = values.map((value) => {
    const own = rows.filter((r) => r.value === value && r.contacts !== null);
    const partly = rows.some((r) => r.value === value && r.contacts === null);
    return {value, contacts: sum(own.map((r) => r.contacts)), hidden: own.length === 0, partly};
  });
  const partly = totals.some((t) => t.partly);
  // What is left out belongs to the whole: then bars are drawn against the longest, and no share is written.
  const whole = partly ? Math.max(...totals.map((t) => t.contacts)) : sum(totals.map((t) => t.contacts));
  const name = (v: string): string => sentenceCase(terms[v]?.[locale] ?? v);
  const groups: BarGroup[] = values.map((v) => ({
    key: v,
    name: name(v),
    colour: v === "unknown" ? null : v === "customer" ? "future" : "historic",
  }));
  const quantity = partly ? (zh ? "互动次数" : "Contacts") : zh ? "互动次数占比" : "Share of contacts";
  const bars: GroupBar[] = totals.map((t) => {
    const share = t.hidden || whole === 0 ? null : t.contacts / whole;
    // Classes that are left out had contacts too.
    const told =
      share === null
        ? "–"
        : partly
          ? `${t.partly ? "≥ " : ""}${count(t.contacts, locale)}`
          : `${percent(share, locale)} · ${count(t.contacts, locale)}`;
    return {
      group: t.value,
      quantity: "contacts",
      share,
      text: told,
      exact: told,
      suppressed: t.hidden,
      mark: t.contacts > 0 ? cellMark("contact-mix", {by, value: t.value}) : undefined,
    };
  });
  const known = totals
    .filter((t) => t.value !== "unknown" && !t.hidden && t.contacts > 0)
    .sort((a, b) => b.contacts - a.contacts)[0];
  const title =
    by === "content" ? (zh ? "互动的内容" : "What contacts are about") : zh ? "由谁发起" : "Who begins";
  return {
    id: `contacts-by-${by.replace("_", "-")}`,
    needs: "interactions",
    missing: rows.length === 0 ? whyEmpty("history", locale) : null,
    title,
    subtitle: partly
      ? zh
        ? `互动次数，${spanOf(site)}`
        : `Contacts, ${spanOf(site)}`
      : zh
        ? `占全部互动的比例，${spanOf(site)}`
        : `Share of all contacts, ${spanOf(site)}`,
    says:
      known && partly
        ? zh
          ? `所示互动中最多的是“${name(known.value)}”，${known.partly ? "至少" : ""}${count(known.contacts, "zh")}次。`
          : `Of the contacts shown, most often: ${terms[known.value]!.en}, ${known.partly ? "at least " : ""}${count(known.contacts, "en")}.`
        : known && whole > 0
          ? zh
            ? `最多的是“${name(known.value)}”，占${percent(known.contacts / whole, "zh")}。`
            : `Most often: ${terms[known.value]!.en}, ${percent(known.contacts / whole, "en")} of contacts.`
          : rows.every((r) => r.contacts === 0)
            ? nothingHeld(site)
            : zh
              ? "导出文件没有记录。"
              : "The export does not say.",
    draw: (options) => groupBars(groups, [{key: "contacts", name: quantity}], bars, options),
    twin: mixTwin(site, title, rows, terms),
  };
}
