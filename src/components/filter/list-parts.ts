import type {NamedLists} from "./named-list.js";

interface ListPart {
  /** It is the module `lists-of-<name>`. */
  name: string;
  ids: RegExp;
  load: () => Promise<NamedLists>;
}

/** Lists that answer to filters, whose code comes only where a page shows one of them. */
export const listParts: readonly ListPart[] = [
  {
    name: "relationship",
    ids: /^(reliance-|stale-|mismatches|wallet-accounts|senior-visits)/,
    load: async () => (await import("./lists-of-relationship.js")).lists,
  },
  {
    name: "warnings",
    ids: /^(alert-list(-more)?|top-alerts|opportunity-list)$/,
    load: async () => (await import("./lists-of-warnings.js")).lists,
  },
  {
    name: "value",
    ids: /^(movers|members|list-of)-/,
    load: async () => (await import("./lists-of-value.js")).lists,
  },
  {
    name: "service",
    ids: /^(service-gaps|visit-|cost-accounts)/,
    load: async () => (await import("./lists-of-service.js")).lists,
  },
];

/** The parts that lists need, by their ids. */
export function partsOfLists(ids: readonly string[]): ListPart[] {
  return listParts.filter((part) => ids.some((id) => part.ids.test(id)));
}
