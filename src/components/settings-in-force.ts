import type {Site} from "./site.js";

/** A numeric setting in force, or its default where the report does not list it. */
export function settingOf({cubes}: Site, key: string, otherwise: number): number {
  const value = Number(cubes.read("settings").find((s) => s.key === key)?.value ?? Number.NaN);
  return Number.isFinite(value) ? value : otherwise;
}

/** A setting in force as it is written, or null where there is none. */
export function settingText({cubes}: Site, key: string): string | null {
  return cubes.read("settings").find((s) => s.key === key)?.value ?? null;
}

/** A threshold as the settings state it, without decimals that it does not have. */
export function threshold(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
