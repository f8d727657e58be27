import {colour, resolve, stripes} from "./take-away-colours.js";
import {breakLines} from "./take-away-lines.js";
import type {Origin} from "./take-away-words.js";

/** A figure as a file that needs nothing else: its text, and its size in CSS pixels. */
export interface Drawing {
  text: string;
  width: number;
  height: number;
}

const namespace = "http://www.w3.org/2000/svg";
const margin = 24;

interface Type {
  size: number;
  leading: number;
  font: "--serif" | "--sans";
  ink: "--text" | "--quiet";
  bold?: boolean;
}

const styles = {
  title: {size: 20, leading: 27, font: "--serif", ink: "--text", bold: true},
  subtitle: {size: 14, leading: 21, font: "--sans", ink: "--quiet"},
  filter: {size: 14, leading: 21, font: "--sans", ink: "--text", bold: true},
  legend: {size: 13, leading: 20, font: "--sans", ink: "--text"},
  says: {size: 16, leading: 25, font: "--serif", ink: "--text"},
  source: {size: 12, leading: 18, font: "--sans", ink: "--quiet"},
} satisfies Record<string, Type>;

function element(name: string, attributes: Record<string, string | number>, ...inside: (Node | string)[]) {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...inside);
  return made;
}

/** Writes parts one below the other, and knows how far down it is. */
class Sheet {
  readonly root = element("svg", {xmlns: namespace});
  down = margin;
  readonly #context = document.createElement("canvas").getContext("2d")!;
  readonly #page = getComputedStyle(document.documentElement);

  constructor(readonly width: number) {}

  variable(name: string): string {
    return this.#page.getPropertyValue(name).trim().replace(/\s+/g, " ");
  }

  measure(type: Type): (line: string) => number {
    const font = `${type.bold ? "700 " : ""}${type.size}px ${this.variable(type.font)}`;
    return (line) => {
      this.#context.font = font;
      return this.#context.measureText(line).width;
    };
  }

  line(text: string, x: number, type: Type): void {
    const attributes = {
      x,
      y: this.down + type.leading / 2 + type.size * 0.35,
      fill: colour(this.variable(type.ink)),
      "font-family": this.variable(type.font),
      "font-size": type.size,
      ...(type.bold ? {"font-weight": 700} : {}),
    };
    this.root.append(element("text", attributes, text));
  }

  write(text: string, type: Type): void {
    for (const line of breakLines(text, this.width, this.measure(type))) {
      this.line(line, margin, type);
      this.down += type.leading;
    }
  }

  legend(entries: readonly HTMLElement[]): void {
    const type = styles.legend;
    const measure = this.measure(type);
    let x = margin;
    for (const [i, entry] of entries.entries()) {
      const text = entry.textContent?.trim() ?? "";
      const swatch = entry.querySelector<HTMLElement>(".swatch");
      const width = measure(text) + (swatch ? 18 : 0);
      if (x > margin && x + width > margin + this.width) {
        x = margin;
        this.down += type.leading;
      }
      if (swatch) this.swatch(swatch, x, `swatch-${i}`);
      this.line(text, x + (swatch ? 18 : 0), type);
      x += width + 18;
    }
    if (entries.length > 0) this.down += type.leading;
  }

  swatch(swatch: HTMLElement, x: number, id: string): void {
    const {backgroundColor, backgroundImage, boxShadow} = getComputedStyle(swatch);
    const [mark, ground] = stripes(backgroundImage);
    if (mark && ground) {
      const pattern = {
        id,
        width: 5,
        height: 5,
        patternUnits: "userSpaceOnUse",
        patternTransform: "rotate(45)",
      };
      this.root.append(
        element(
          "pattern",
          pattern,
          element("rect", {width: 5, height: 5, fill: ground}),
          element("rect", {width: 2, height: 5, fill: mark}),
        ),
      );
    }
    this.root.append(
      element("rect", {
        x,
        y: this.down + 4,
        width: 12,
        height: 12,
        fill: mark ? `url(#${id})` : colour(backgroundColor),
        ...(boxShadow === "none" ? {} : {stroke: colour(this.variable("--rule"))}),
      }),
    );
  }
}

/** The drawing of a figure that is seen, as it is seen. */
function seen(figure: HTMLElement): SVGSVGElement | null {
  const drawings = [...figure.querySelectorAll<HTMLElement>(".drawing")];
  const shown = drawings.find((drawing) => drawing.getClientRects().length > 0) ?? drawings[0];
  return shown?.querySelector("svg") ?? null;
}

/**
 * The figure as one SVG that stands alone: title, unit, choice of filters, legend, drawing, sentence, date and source, in
 * the colours that are seen now. Null where the figure has no drawing.
 */
export function standAlone(figure: HTMLElement, origin: Origin): Drawing | null {
  const drawing = seen(figure);
  if (!drawing) return null;
  const {width, height} = drawing.viewBox.baseVal;
  const sheet = new Sheet(width);
  const text = (selector: string): string => {
    const found = figure.querySelector(selector);
    const own = [...(found?.childNodes ?? [])].filter((node) => !(node instanceof HTMLAnchorElement));
    return own
      .map((node) => node.textContent)
      .join("")
      .replace(/\s+/g, " ")
      .trim();
  };
  sheet.write(text(".chart-title"), styles.title);
  sheet.write(text(".chart-subtitle"), styles.subtitle);
  if (origin.filter) sheet.write(`${origin.chinese ? "筛选：" : "Filter: "}${origin.filter}`, styles.filter);
  sheet.down += 8;
  sheet.legend([...figure.querySelectorAll<HTMLElement>("figcaption .legend li")]);
  sheet.down += 8;
  const copy = resolve(drawing);
  for (const [name, value] of Object.entries({x: margin, y: sheet.down, width, height}))
    copy.setAttribute(name, String(value));
  sheet.root.append(copy);
  sheet.down += height + 12;
  sheet.write(text(".says"), styles.says);
  sheet.down += 8;
  const asOf = origin.chinese
    ? `${origin.report}，截至${origin.asOf}`
    : `${origin.report}, as of ${origin.asOf}`;
  sheet.write(asOf, styles.source);
  sheet.write(text(":scope > .scope"), styles.source);
  sheet.write(origin.source, styles.source);
  const size = {width: width + 2 * margin, height: Math.ceil(sheet.down + margin)};
  const {root} = sheet;
  root.prepend(
    element("title", {}, text(".chart-title")),
    element("desc", {}, text(".says")),
    element("rect", {...size, fill: colour(sheet.variable("--ground"))}),
  );
  for (const [name, value] of Object.entries({...size, viewBox: `0 0 ${size.width} ${size.height}`}))
    root.setAttribute(name, String(value));
  root.setAttribute("lang", document.documentElement.lang);
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`,
    ...size,
  };
}
