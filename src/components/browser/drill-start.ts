type Drill = typeof import("./drill.js");

let drill: Promise<Drill> | undefined;

function load(): Promise<Drill> {
  drill ??= import("./drill.js");
  return drill;
}

/** The class that a link of a drawing stands for; null where it stands for none, or opens elsewhere by itself. */
function markOfLink(link: Element | null): string | null {
  return link?.querySelector("[data-mark]")?.getAttribute("data-mark") ?? null;
}

/** The class whose row in a table the address names. */
function markOfHash(): string | null {
  if (!location.hash.startsWith("#cell-")) return null;
  return markOfLink(document.querySelector(`.drawing svg a[href="${CSS.escape(location.hash)}"]`));
}

/**
 * Opens what is behind a mark of a class chart: when one is chosen, or named by the address. Until then nothing of it is
 * loaded. Without scripts a link leads to its row in a table, be it on another page.
 */
export function startDrill(): void {
  if (!document.querySelector(".drawing [data-mark]")) return;
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(".drawing svg a") : null;
    const mark = markOfLink(link);
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    event.preventDefault();
  });
  document.addEventListener("mark", (event) => {
    const {mark} = (event as CustomEvent<{mark: string}>).detail;
    void load().then(({open}) => open(mark, event.target as SVGElement));
  });
  const fromAddress = (): void => {
    const named = markOfHash();
    if (named) void load().then(({openNamed}) => openNamed(named));
    else if (drill || new URLSearchParams(location.search).has("at"))
      void load().then(({showAddressed}) => showAddressed());
  };
  addEventListener("popstate", fromAddress);
  fromAddress();
}
