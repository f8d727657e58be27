/** The parts of Observable Framework 1.13.4 that are used from code; it ships no types. */
declare module "@observablehq/framework/dist/config.js" {
  import type {Effects} from "@observablehq/framework/dist/build.js";
  export interface Loaders {
    find(path: string): {load(options: object, effects: Effects): Promise<string>} | undefined;
    /** Hashes of a module with all that it imports, for each kind of address. */
    getModuleHash(path: string): string;
    getLocalModuleHash(path: string): Promise<string>;
    resolveImportPath(path: string): string;
  }
  export interface FrameworkConfig {
    root: string;
    output: string;
    loaders: Loaders;
  }
  export function readConfig(path?: string, root?: string): Promise<FrameworkConfig>;
  export function setCurrentDate(date: Date | null): void;
}
declare module "@observablehq/framework/dist/build.js" {
  import type {FrameworkConfig} from "@observablehq/framework/dist/config.js";
  export interface Effects {
    logger: Pick<Console, "log" | "warn" | "error">;
    output: {write(text: string): void};
  }
  export class FileBuildEffects {
    constructor(output: string, cache: string, effects: Effects);
  }
  export function build(options: {config: FrameworkConfig}, effects: FileBuildEffects): Promise<void>;
}
declare module "@observablehq/framework/dist/loader.js" {
  /** Command and arguments by a loader's extension. */
  export const defaultInterpreters: Record<string, string[]>;
}
declare module "@observablehq/framework/dist/preview.js" {
  export function preview(options: {hostname: string; port: number; open: boolean}): Promise<unknown>;
}
declare module "@observablehq/framework/dist/javascript/parse.js" {
  export function parseProgram(source: string): unknown;
}
declare module "@observablehq/framework/dist/javascript/imports.js" {
  export interface FoundImport {
    /** Relative to the file that imports, or as written where it is no path. */
    name: string;
    type: "local" | "global";
    method: "static" | "dynamic" | "resolve";
  }
  export function findImports(program: unknown, path: string, source: string): FoundImport[];
}

declare module "@observablehq/framework/dist/node.js" {
  /** Puts a package's module into the cache below a folder of sources, and gives its path there: `/_node/…`. */
  export function resolveNodeImport(root: string, specifier: string): Promise<string>;
}
