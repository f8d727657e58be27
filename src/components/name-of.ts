import type {Locale, ReportCube} from "../cubes.js";

/**
 * A region, an industry or a product category as it is called in a language: what the publisher set for it, else the
 * export's own text. Keys and addresses keep the export's text.
 */
export function nameOf(text: string, {names}: Pick<ReportCube, "names">, locale: Locale): string {
  return names.find((name) => name.text === text)?.[locale] ?? text;
}
