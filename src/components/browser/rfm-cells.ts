import {FileAttachment} from "observablehq:stdlib";
import type {RfmMemberRow} from "../../cubes.js";
import {parseCell} from "../cell-address.js";
import {customerHref} from "../customer-link.js";

/** Words and formats that the panel takes from its page. */
interface PanelWords {
  cell: string;
  largest: string;
  close: string;
  format: (row: RfmMemberRow) => string[];
  heads: string[];
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = "",
  className = "",
): HTMLElementTagNameMap[K] {
  const e = document.createElement(name);
  if (text) e.textContent = text;
  if (className) e.className = className;
  return e;
}

let members: Promise<RfmMemberRow[]> | undefined;

function loadMembers(): Promise<RfmMemberRow[]> {
  members ??= FileAttachment("../../data/rfm-members.json").json() as Promise<RfmMemberRow[]>;
  return members;
}

function memberTable(rows: readonly RfmMemberRow[], words: PanelWords): HTMLElement {
  const table = element("table");
  table.createCaption().textContent = words.largest;
  const head = table.createTHead().insertRow();
  words.heads.forEach((text, i) => {
    const th = element("th", text, i > 1 ? "number" : "");
    th.scope = "col";
    head.append(th);
  });
  const body = table.createTBody();
  for (const row of rows) {
    const tr = body.insertRow();
    words.format(row).forEach((text, i) => {
      const td = element(i === 0 ? "th" : "td", i === 0 ? "" : text, i > 1 ? "number" : "");
      if (i === 0) {
        (td as HTMLTableCellElement).scope = "row";
        const link = element("a", text);
        link.href = customerHref(row.customer_id);
        td.append(link);
      }
      tr.append(td);
    });
  }
  const scroll = element("div", "", "scroll");
  scroll.append(table);
  return scroll;
}

/** Shows what the cell in the address holds, beside the chart it was chosen in; without one, shows nothing. */
async function show(words: PanelWords, from: Element | null): Promise<void> {
  const chosen = parseCell(location.hash);
  const panels = [...document.querySelectorAll<HTMLElement>(".cell-panel")];
  for (const a of document.querySelectorAll("svg a[aria-current]")) a.removeAttribute("aria-current");
  const row = chosen ? document.getElementById(location.hash.slice(1)) : null;
  const table = row?.closest("table");
  const matching = panels.filter((p) => p.dataset.scheme === chosen?.scheme);
  const panel = matching.find((p) => from !== null && p.closest("figure")?.contains(from)) ?? matching[0];
  for (const p of panels) if (p !== panel || !row) p.hidden = true;
  if (!chosen || !row || !table || !panel) return;
  for (const a of document.querySelectorAll("svg a"))
    if (a.getAttribute("href") === location.hash) a.setAttribute("aria-current", "true");
  const code = chosen.code;
  const close = element("button", words.close);
  close.type = "button";
  close.addEventListener("click", () => {
    history.pushState(null, "", location.pathname + location.search);
    void show(words, null);
    (from as SVGElement | null)?.focus?.();
  });
  const list = element("dl");
  const heads = [...table.querySelectorAll("thead th")].map((th) => th.textContent ?? "");
  [...row.children].forEach((td, i) => {
    if (i === 0) return;
    const pair = element("div");
    pair.append(element("dt", heads[i]), element("dd", td.textContent ?? ""));
    list.append(pair);
  });
  panel.replaceChildren(
    close,
    element("h3", `${words.cell} ${code}: R${code[0]} F${code[1]} M${code[2]}`),
    list,
  );
  panel.hidden = false;
  for (let d = panel.closest("details"); d; d = d.parentElement?.closest("details") ?? null) d.open = true;
  // From the address alone, the browser has gone to the row in the table; the reader wants the chart and its panel.
  if (from === null) panel.closest("figure")?.scrollIntoView();
  else panel.scrollIntoView({block: "nearest"});
  const all = await loadMembers();
  if (location.hash !== `#${row.id}`) return;
  const mine = all.filter((m) => m.scheme === chosen.scheme && `${m.r}${m.f}${m.m}` === code);
  if (mine.length > 0 && panel.querySelector("table") === null) panel.append(memberTable(mine, words));
}

/** Makes each cell of the slices open what it holds; the choice stands in the address, so that back undoes it. */
export function startCells(): void {
  const data = document.querySelector<HTMLElement>("[data-cell-words]")?.dataset;
  if (!data?.cellWords) return;
  const said = JSON.parse(data.cellWords) as {
    cell: string;
    largest: string;
    close: string;
    heads: string[];
    locale: string;
    digits: number;
  };
  const whole = new Intl.NumberFormat(said.locale);
  const money = new Intl.NumberFormat(said.locale, {
    minimumFractionDigits: said.digits,
    maximumFractionDigits: said.digits,
  });
  const exact = (minor: number): string => money.format(minor / 10 ** said.digits).replace("-", "\u2212");
  const words: PanelWords = {
    ...said,
    format: (m) => [
      m.customer_id,
      m.name ?? "–",
      whole.format(m.recency_days),
      whole.format(m.orders),
      exact(m.revenue),
      m.profit === null ? "–" : exact(m.profit),
    ],
  };
  document.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("svg a");
    const hash = link?.getAttribute("href");
    // A cell of the primary scheme is a mark: browser/drill.ts opens what is behind it.
    if (!link || link.querySelector("[data-mark]") || !hash || !parseCell(hash)) return;
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (location.hash !== hash) history.pushState(null, "", hash);
    void show(words, link);
  });
  addEventListener("popstate", () => void show(words, null));
  addEventListener("hashchange", () => void show(words, null));
  void show(words, null);
}
