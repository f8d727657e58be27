import {FileAttachment} from "observablehq:stdlib";
import type {Locale, ReportCube} from "../../cubes.js";
import {count} from "../formats.js";
import {filled, type WorkbenchWords} from "../workbench/words.js";
import type {Engine} from "./workbench-desk.js";

const locale: Locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const root = new URL(locale === "zh" && /\/zh\/[^/]*$/.test(location.pathname) ? "../" : "./", location.href);

/** DuckDB, the tables and what shows results come here, at the first opening: after that no network is needed. */
async function load(): Promise<Engine> {
  const [report, {openEngine}] = await Promise.all([
    FileAttachment("../../data/report.json").json() as Promise<ReportCube>,
    import("./workbench-desk.js"),
  ]);
  const file = (name: string): URL => new URL(`files/scores/${name}?${report.input_hash}`, root);
  return await openEngine(file, report.minor_digits);
}

/** The query in the address, and in that of the page in the other language. */
function carry(query: string): void {
  const write = (href: string): string => {
    const url = new URL(href);
    if (query === "") url.searchParams.delete("q");
    else url.searchParams.set("q", query);
    return url.href;
  };
  history.replaceState(null, "", write(location.href));
  const link = document.querySelector<HTMLAnchorElement>("a.language");
  if (link) link.href = write(link.href);
}

/** Brings the workbench to life: what is heavy is loaded when the reader opens it or runs a query. */
export function startWorkbench(): void {
  const section = document.querySelector<HTMLElement>(".workbench[data-words]");
  if (section) run(section);
}

function run(section: HTMLElement): void {
  const words = JSON.parse(section.dataset.words!) as WorkbenchWords;
  const part = <E extends Element>(selector: string): E => section.querySelector<E>(selector)!;
  const [form, editor] = [part<HTMLFormElement>("form"), part<HTMLTextAreaElement>("textarea")];
  const [begin, stop] = [part<HTMLElement>(".workbench-open"), part<HTMLElement>("[data-action=stop]")];
  const [status, fault, place] = [
    part<HTMLElement>(".workbench-status"),
    part<HTMLElement>(".workbench-error"),
    part<HTMLElement>(".workbench-result"),
  ];
  let engine: Promise<Engine> | undefined;
  /** Of queries that are asked for while one runs, none runs: the engine does one thing at a time. */
  let busy = false;
  let stopped = (): void => {};

  const tell = (text: string, error?: string): void => {
    status.textContent = text;
    fault.hidden = error === undefined;
    fault.textContent = error ?? "";
  };
  const ready = ({counts}: Engine): string => {
    const {customers, customers_of, months, months_of} = counts;
    return filled(customers < customers_of || months < months_of ? words.openedInPart : words.opened, {
      n: count(customers, locale),
      all: count(customers_of, locale),
      months: count(months, locale),
      allMonths: count(months_of, locale),
    });
  };
  const open = async (): Promise<Engine | null> => {
    if (!engine) {
      tell(words.opening);
      engine = load();
    }
    try {
      const opened = await engine;
      begin.hidden = true;
      tell(ready(opened));
      return opened;
    } catch (error) {
      engine = undefined;
      tell(words.failed, error instanceof Error ? error.message : String(error));
      return null;
    }
  };
  const ask = async (opened: Engine): Promise<void> => {
    const started = performance.now();
    tell(words.running);
    const interrupted = new Promise<"stopped">((resolve) => {
      stopped = () => resolve("stopped");
    });
    stop.hidden = false;
    try {
      const answer = await Promise.race([opened.run(editor.value), interrupted]);
      const ms = count(Math.max(1, Math.round(performance.now() - started)), locale);
      if (answer === "stopped") {
        opened.stop();
        engine = undefined;
        tell(words.stopped);
      } else if (answer === null) tell(words.empty);
      else {
        const {showResult} = await import("./workbench-desk.js");
        const {answer: result, undone} = answer;
        showResult(place, result, words, locale);
        const sentence = result.rows === 0 ? words.none : result.rows === 1 ? words.row : words.rows;
        const took = filled(sentence, {n: count(result.rows, locale), ms});
        const said = [took, ...(undone ? [words.undone] : []), ready(opened)];
        tell(said.join(locale === "zh" ? "" : " "));
      }
    } catch (error) {
      place.replaceChildren();
      const {RefusedStatement} = await import("./workbench-desk.js");
      if (error instanceof RefusedStatement) tell(filled(words.refused, {word: error.word}));
      else tell(words.wrong, error instanceof Error ? error.message : String(error));
    } finally {
      stop.hidden = true;
    }
  };
  const go = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    carry(editor.value.trim());
    try {
      const opened = await open();
      if (opened && editor.value.trim() !== "") await ask(opened);
    } finally {
      busy = false;
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void go();
  });
  editor.addEventListener("keydown", (event) => {
    if (event.key === "Escape") editor.blur();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void go();
  });
  section.addEventListener("click", (event) => {
    const button = (event.target as Element | null)?.closest<HTMLButtonElement>("button");
    if (button?.dataset.action === "open") {
      editor.focus({preventScroll: true});
      void go();
    } else if (button?.dataset.action === "stop") stopped();
    else if (button?.dataset.query) {
      editor.value = button.dataset.query;
      void go();
    }
  });
  const given = new URLSearchParams(location.search).get("q");
  if (given) {
    editor.value = given;
    carry(given);
    tell(words.given);
  }
  section.dataset.ready = "";
}
