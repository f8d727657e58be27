import {existsSync, type FSWatcher, watch} from "node:fs";

/** A folder, or a single file of one, to be watched. */
export interface Watched {
  directory: string;
  /** Whether a changed path below the folder counts. */
  counts?: (path: string) => boolean;
  /** Whether folders inside count; true unless told. */
  recursive?: boolean;
  changed: (path: string) => void;
}

/** Calls back when files change; several changes of one file come as several calls. Returns what stops the watching. */
export function watchFolders(watched: readonly Watched[]): () => void {
  const watchers: FSWatcher[] = [];
  for (const {directory, counts = () => true, recursive = true, changed} of watched) {
    if (!existsSync(directory)) continue;
    const watcher = watch(directory, {recursive}, (_event, name) => {
      const path = name?.toString().replaceAll("\\", "/");
      if (path !== undefined && !/(^|\/)\.|~$|\.tmp$/.test(path) && counts(path)) changed(path);
    });
    // A folder that is deleted is no reason to stop the preview.
    watcher.on("error", () => {});
    watchers.push(watcher);
  }
  return () => {
    for (const watcher of watchers) watcher.close();
  };
}

/**
 * Runs `work` after things have been quiet for `quietFor` milliseconds, one run at a time: of all the calls that come
 * while one runs, only the last stays pending.
 */
export function settle(
  work: () => Promise<void>,
  quietFor: number,
): {poke: () => void; stop: () => Promise<void>} {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;
  const start = () => {
    timer = undefined;
    if (stopped) return;
    if (running) return poke();
    running = work().finally(() => {
      running = undefined;
    });
  };
  const poke = () => {
    clearTimeout(timer);
    timer = setTimeout(start, quietFor);
  };
  return {
    poke,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
