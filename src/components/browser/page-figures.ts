import type {FigureSpec} from "../figures/key-figure.js";
import {coreFigures, toldFigures} from "../filter/live-figures/core.js";
import {type FigurePart, partsOf} from "../filter/live-figures/figure-parts.js";
import {coreKeyFigures} from "../filter/live-figures/key-figures-core.js";
import type {LiveFigure} from "../filter/live-figures/live-figure.js";
import type {Site} from "../site.js";

const loaded = new Map<string, Promise<FigurePart>>();
const there: FigurePart[] = [];

/** Loads the code of those parts that the page shows a figure of; what failed is asked for again the next time. */
export async function loadParts(): Promise<void> {
  const shown = new Set(
    [...document.querySelectorAll<HTMLElement>("figure.exhibit, .figures .figure")].map(
      ({id, dataset}) => dataset.figure ?? id.replace(/^figure-/, ""),
    ),
  );
  await Promise.all(
    partsOf(shown).map(async ({name, load}) => {
      if (!loaded.has(name)) {
        const coming = load();
        loaded.set(name, coming);
        coming.then(
          (come) => there.push(come),
          () => loaded.delete(name),
        );
      }
      await loaded.get(name);
    }),
  );
}

/** The figures that answer to filters whose code is there, by id. */
export function pageFigures(site: Site): Record<string, LiveFigure> {
  const parts = there.map(({figures}) => figures(site));
  return toldFigures(Object.assign({}, coreFigures(site), ...parts), site);
}

/** The headline figure of an id, where its code is there. */
export function pageKeyFigure(id: string): FigureSpec | null {
  const all = [...coreKeyFigures, ...there.flatMap(({keyFigures}) => keyFigures)];
  return all.find((spec) => spec.id === id) ?? null;
}
