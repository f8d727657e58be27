import type {Settings} from "../../settings.js";

type Path = readonly string[];

/** The settings by path; a list counts as one. */
function* leaves(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    for (const [key, member] of Object.entries(value)) yield* leaves(member, [...path, key]);
  else if (value !== undefined) yield [path, value];
}

/** Other values that a setting might have had. */
function otherwise(value: unknown): unknown[] {
  if (typeof value === "number") return [value + 1, value / 2 + 0.01];
  if (typeof value === "boolean") return [!value];
  if (Array.isArray(value)) return [value.slice(0, -1), [...value, ...value.slice(0, 1)]];
  return [`${value}?`, "none", "all"];
}

/** The same with another value at a path; what stands beside the path is shared. */
function altered<T>(settings: T, [key, ...rest]: Path, value: unknown): T {
  if (key === undefined) return value as T;
  return {...settings, [key]: altered(settings[key as keyof T], rest, value)};
}

/**
 * Which settings each variable of the SQL is made from, found by asking what would change with each setting: no list
 * that could fall behind the code.
 */
export function settingsOfVariables(
  settings: Settings,
  variablesOf: (settings: Settings) => Record<string, string>,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const now = variablesOf(settings);
  for (const [path, value] of leaves(settings)) {
    const changed = new Set<string>();
    for (const other of otherwise(value)) {
      try {
        const then = variablesOf(altered(settings, path, other));
        for (const name of Object.keys(now)) if (then[name] !== now[name]) changed.add(name);
      } catch {
        // A value that the settings would refuse tells nothing.
      }
    }
    for (const name of changed) found.set(name, [...(found.get(name) ?? []), path.join(".")]);
  }
  return found;
}
