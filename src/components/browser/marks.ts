const zh = document.documentElement.lang.startsWith("zh");

const words = {
  role: zh ? "图表" : "chart",
  hints: {
    "marks-hint": zh ? "方向键逐个查看数值" : "Arrow keys go through the values",
    "marks-hint-opens": zh
      ? "方向键逐个查看数值，回车键打开所选"
      : "Arrow keys go through the values, Enter opens one",
    "marks-hint-chooses": zh
      ? "方向键逐个查看数值，空格键选择，回车键打开所选"
      : "Arrow keys go through the values, Space chooses, Enter opens one",
  },
};

/** Writes how the keyboard goes through a drawing, once for all of them. */
function writeHints(): void {
  for (const [id, text] of Object.entries(words.hints)) {
    const hint = document.createElement("p");
    hint.id = id;
    hint.hidden = true;
    hint.textContent = text;
    document.body.append(hint);
  }
}

/** What the keyboard can do with the marks of a drawing. */
function hintOf(drawing: Element, svg: Element): keyof typeof words.hints {
  if (!svg.querySelector("a, [data-mark]")) return "marks-hint";
  return drawing.closest("figure")?.querySelector(".brush-bar") ? "marks-hint-chooses" : "marks-hint-opens";
}

function set(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * Makes each drawing one stop of the Tab key. What says so stands on the element around the SVG: that one stays when the
 * SVG is drawn anew, and a file made of the SVG knows nothing of it.
 */
function enliven(): void {
  for (const drawing of document.querySelectorAll(".drawing")) {
    const svg = drawing.querySelector("svg");
    if (!svg?.querySelector("title")) {
      if (drawing !== document.activeElement)
        for (const name of [
          "tabindex",
          "role",
          "aria-roledescription",
          "aria-labelledby",
          "aria-describedby",
        ])
          drawing.removeAttribute(name);
      continue;
    }
    set(drawing, {
      tabindex: "0",
      role: "application",
      "aria-roledescription": words.role,
      "aria-labelledby": svg.id,
      "aria-describedby": hintOf(drawing, svg),
    });
  }
  for (const link of document.querySelectorAll(".drawing svg a:not([tabindex])"))
    link.setAttribute("tabindex", "-1");
}

const within = (node: Node): boolean => node instanceof Element && node.closest(".drawing") !== null;
const brings = (node: Node): boolean =>
  within(node) || (node instanceof Element && node.querySelector(".drawing") !== null);

/**
 * Makes the marks of every chart answer to pointer, touch and keyboard alike, those too that are drawn later. What shows
 * their values comes when the first chart is pointed at or reached.
 */
export function startMarks(): void {
  writeHints();
  enliven();
  new MutationObserver((records) => {
    if (records.some(({target, addedNodes}) => within(target) || [...addedNodes].some(brings))) enliven();
  }).observe(document.body, {childList: true, subtree: true});
  const events = ["pointerover", "pointerdown", "focusin", "keydown", "click"];
  let loading: Promise<typeof import("./mark-events.js")> | undefined;
  const first = (event: Event): void => {
    if (!(event.target instanceof Element && event.target.closest(".drawing"))) return;
    loading ??= import("./mark-events.js");
    // What happens while it loads is answered in its order.
    void loading.then(({take}) => {
      for (const name of events) document.removeEventListener(name, first);
      take(event);
    });
  };
  for (const name of events) document.addEventListener(name, first);
}
