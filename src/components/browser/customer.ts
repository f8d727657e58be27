import type {CubeReader} from "../cube-files.js";
import type {FrameWords} from "../customer/frame.js";
import {
  locale,
  readActions,
  readBacktestCuts,
  readCustomer,
  readReport,
  readSettings,
} from "./customer-files.js";
import {startCustomerSearch} from "./customer-search.js";

interface Top {
  title: string;
  kicker: string;
  sentence: string;
  standfirst: string;
}

const part = (name: string): HTMLElement | null => document.querySelector<HTMLElement>(`.headline ${name}`);

function readTop(): Top {
  const text = (name: string): string => part(name)?.textContent ?? "";
  return {
    title: document.title,
    kicker: text(".kicker"),
    sentence: text("h1"),
    standfirst: text(".standfirst"),
  };
}

function writeTop({title, kicker, sentence, standfirst}: Top): void {
  document.title = title;
  for (const [name, text] of [
    [".kicker", kicker],
    ["h1", sentence],
    [".standfirst", standfirst],
  ] as const) {
    const element = part(name);
    if (element) element.textContent = text;
  }
}

const inAddress = (key: "id" | "q"): string | null => new URLSearchParams(location.search).get(key) || null;
const asked = (): string | null => inAddress("id");

/** The same customer, or the same search, in the other language. */
function carry(): void {
  const link = document.querySelector<HTMLAnchorElement>("a.language");
  if (!link) return;
  const url = new URL(link.href);
  for (const key of ["id", "q"] as const) {
    const value = inAddress(key);
    if (value === null) url.searchParams.delete(key);
    else url.searchParams.set(key, value);
  }
  link.href = url.href;
}

/** What draws a customer comes with the first one. */
async function draw(id: string): Promise<{top: Omit<Top, "title"> & {name: string}; body: string} | null> {
  const [customer, report, settings, actions, cuts, {customerView}] = await Promise.all([
    readCustomer(id),
    readReport(),
    readSettings(),
    readActions(),
    readBacktestCuts(),
    import("../customer/view.js"),
  ]);
  if (customer === null) return null;
  const cubes: CubeReader = {
    report,
    has: (name) => report.exports[name],
    read: (name) => {
      if (name !== "settings") throw new Error(`cube "${name}" is not read here`);
      return settings as never;
    },
    find: (name) => (name === "backtest-cuts" ? (cuts as never) : null),
  };
  const {head, body} = customerView(customer, actions, {cubes, locale, document});
  return {top: head, body: body.text};
}

/**
 * Brings a customer's page to life: the customer stands in the address (`?id=C000012`), so that a pasted link, back and
 * forward work; a search that was begun in the masthead does too (`?q=Thornquist`). Of customers that are asked for while one is read, only the last is shown.
 */
export function startCustomer(): void {
  const frame = document.querySelector<HTMLElement>(".customer[data-words]");
  const form = frame?.querySelector<HTMLFormElement>(".customer-search");
  const body = frame?.querySelector<HTMLElement>(".customer-body");
  const begin = frame?.querySelector<HTMLElement>(".customer-start");
  if (!frame || !form || !body || !begin) return;
  const words = JSON.parse(frame.dataset.words!) as FrameWords;
  const original = readTop();
  let shown: string | null = null;

  const message = (text: string): void => {
    const p = document.createElement("p");
    p.className = "needs";
    p.textContent = text;
    body.replaceChildren(p);
  };
  const show = async (): Promise<void> => {
    const id = asked();
    carry();
    if (id === shown) return;
    shown = id;
    if (id === null) {
      writeTop(original);
      body.replaceChildren();
      body.hidden = true;
      begin.hidden = false;
      return;
    }
    try {
      const drawn = await draw(id);
      if (asked() !== id) return;
      if (drawn === null) {
        writeTop(original);
        message(words.unknown.replace("{id}", id));
      } else {
        writeTop({...drawn.top, title: `${drawn.top.name} | ${original.title}`});
        body.innerHTML = drawn.body;
      }
    } catch {
      if (asked() !== id) return;
      // The next click asks again.
      shown = null;
      message(words.failed);
    }
    body.hidden = false;
    begin.hidden = true;
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  };
  const choose = (id: string): void => {
    const query = new URLSearchParams(location.search);
    query.delete("q");
    query.set("id", id);
    if (id !== asked()) history.pushState(null, "", `?${query}`);
    void show().then(() => {
      const heading = part("h1");
      heading?.setAttribute("tabindex", "-1");
      heading?.focus();
    });
  };

  form.dataset.ready = "";
  const search = startCustomerSearch(form, words, choose);
  const follow = (): void => {
    void show();
    const query = inAddress("q");
    if (query !== null && asked() === null) search(query);
  };
  addEventListener("popstate", follow);
  follow();
}
