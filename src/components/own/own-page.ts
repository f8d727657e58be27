import type {OwnColumn, OwnPageRow, OwnRow} from "../../cubes/own.js";
import type {CubeName, Locale} from "../../cubes.js";
import type {CubeReader} from "../cube-files.js";
import type {Term} from "../terms.js";
import type {WorkbenchColumn} from "../workbench/columns.js";

/** The part of the navigation that own pages stand in. */
export const ownPart: Term = {en: "Own pages", zh: "自建页面"};

/** The pages that analysts have added and this audience may see, in the order of the navigation. */
export function ownPages(cubes: Pick<CubeReader, "find">): OwnPageRow[] {
  return cubes.find("own-pages") ?? [];
}

/**
 * What is told of an own page.
 *
 * @throws Error where there is no such page
 */
export function ownPage(cubes: CubeReader, name: string | undefined, kind?: OwnPageRow["kind"]): OwnPageRow {
  const pages = ownPages(cubes).filter((page) => kind === undefined || page.kind === kind);
  const found = pages.find(({slug}) => slug === name);
  if (!found)
    throw new Error(
      `there is no own ${kind ?? "page"} ${name ?? ""}; there are ${pages.map(({slug}) => slug).join(", ") || "none"}`,
    );
  return found;
}

/** The rows of an own page or model: its cube stands under its name. */
export function ownRowsOf<Row = OwnRow>(cubes: CubeReader, page: OwnPageRow): Row[] {
  return cubes.read(page.slug as CubeName) as unknown as Row[];
}

/**
 * A column of an own page.
 *
 * @throws Error where the page has no such column
 */
export function ownColumn({slug, columns}: OwnPageRow, name: string | undefined): OwnColumn {
  const found = columns.find((column) => column.name === name);
  if (!found)
    throw new Error(
      `${slug} has no column ${name ?? ""}; it has ${columns.map((column) => column.name).join(", ")}`,
    );
  return found;
}

/** The columns that own models add to the workbench's table `scores`: a model's name with _ in place of -. */
export function ownScoreColumns(cubes: Pick<CubeReader, "find">): WorkbenchColumn[] {
  return ownPages(cubes)
    .filter(({kind}) => kind === "model")
    .map(({slug, columns, title}) => ({
      name: slug.replaceAll("-", "_"),
      kind: columns[0]!.values.map(({value}) => value),
      ...title,
    }));
}

/** The address of an own page's rows as its page sees it. */
export function rowsHref(slug: string, locale: Locale): string {
  return `${locale === "zh" ? "../" : "./"}data/${slug}.json`;
}
