import type {Shape} from "../../src/components/charts/shape.js";
import type {CubeReader} from "../../src/components/cube-files.js";
import type {Exhibit} from "../../src/components/exhibits/exhibit.js";
import {drawingDocument, type Site} from "../../src/components/site.js";
import type {CubeName, Cubes, Locale} from "../../src/cubes.js";

/** A site over cubes, where exhibits are drawn one by one. */
export function siteOf(cubes: Cubes, locale: Locale): Site {
  const find = <K extends CubeName>(name: K): Cubes[K] | null => cubes[name] ?? null;
  const reader: CubeReader = {
    report: cubes.report,
    find,
    read: (name) => find(name)!,
    has: (name) => cubes.report.exports[name],
  };
  return {cubes: reader, locale, document: drawingDocument()};
}

/** What a drawing says of a mark, in whole and as the panel parts it, and what the mark stands for. */
export interface Titled {
  words: string;
  /** Before the last colon; "" where there is none. */
  name: string;
  value: string;
  mark: string | null;
}

/** The titled marks of an exhibit, drawn at each of the widths. */
export function titled(
  of: Exhibit,
  {locale, document, cubes: {report}}: Site,
  widths: readonly number[] = [1080, 343],
): Titled[] {
  const colon = locale === "zh" ? "：" : ": ";
  const part = (words: string, mark: string | null): Titled => {
    const end = words.lastIndexOf(colon);
    const [name, value] = end < 0 ? ["", words] : [words.slice(0, end), words.slice(end + colon.length)];
    return {words, name, value, mark};
  };
  const walk = ({attributes, children}: Shape): Titled[] =>
    children.flatMap((child) => {
      if (typeof child === "string") return [];
      return child.tag === "title"
        ? [part(child.children.join(""), attributes["data-mark"] ?? null)]
        : walk(child);
    });
  return widths.flatMap((width) => {
    const drawing = of.draw({document, width, locale, id: of.id, label: "", report});
    if ("tag" in drawing) return walk(drawing);
    return [...drawing.querySelectorAll("title")].map((title) =>
      part(title.textContent!, title.parentElement!.getAttribute("data-mark")),
    );
  });
}
