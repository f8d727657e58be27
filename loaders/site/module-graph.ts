/** Modules or files by their paths, as esbuild's metafile tells them. */
export type ModuleGraph = Readonly<
  Record<string, {bytes: number; imports: readonly {path: string; kind: string; external?: boolean}[]}>
>;

/** What comes with a module or file, itself included: all that it imports, but not what it loads lazily. */
export function closure(graph: ModuleGraph, path: string, found = new Set<string>()): Set<string> {
  found.add(path);
  for (const {path: next, kind, external} of graph[path]!.imports)
    if (kind === "import-statement" && !external && !found.has(next)) closure(graph, next, found);
  return found;
}

/** Bytes of a module above which it stays out of what every page starts with, and out of what is loaded lazily. */
const large = {atOnce: 10_000, lazily: 100_000};

/**
 * Which modules each entry shall import beside its own, so that what is shared makes two files instead of one for each
 * set of entries that shares it: esbuild puts modules into one file that the same entries reach. Entries are those of
 * the pages and what modules load lazily; `atOnce` holds those that pages start with. A large module stays out.
 *
 * @returns modules by entry
 */
export function shareModules(
  graph: ModuleGraph,
  entries: readonly string[],
  atOnce: ReadonlySet<string>,
): Map<string, string[]> {
  const lazy = Object.values(graph).flatMap(({imports}) =>
    imports.filter(({kind, external}) => kind === "dynamic-import" && !external).map(({path}) => path),
  );
  const all = [...new Set([...entries, ...lazy])];
  const reachedBy = new Map<string, string[]>();
  for (const entry of all)
    for (const module of closure(graph, entry))
      reachedBy.set(module, [...(reachedBy.get(module) ?? []), entry]);
  const shared = [...reachedBy].filter(([, by]) => by.length > 1).sort();
  const always: string[] = [];
  const lazily: string[] = [];
  for (const [module, by] of shared) {
    const {bytes} = graph[module]!;
    if (!by.some((entry) => atOnce.has(entry))) {
      if (bytes <= large.lazily) lazily.push(module);
    } else if (bytes <= large.atOnce) always.push(module);
  }
  const company = (entry: string): string[] => (atOnce.has(entry) ? always : [...always, ...lazily]);
  return new Map(all.map((entry) => [entry, company(entry).filter((module) => module !== entry)]));
}
