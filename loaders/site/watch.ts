import {readdirSync, statSync} from "node:fs";
import {join} from "node:path";

/** A folder, or a single file of one, to be watched. */
interface Watched {
  directory: string;
  /** Whether a changed path below the folder counts. */
  counts?: (path: string) => boolean;
  /** Whether folders inside count; true unless told. */
  recursive?: boolean;
  changed: (path: string) => void;
}

const everyMilliseconds = 400;
const passedOver = /(^|\/)\.|~$|\.tmp$/;

/**
 * Calls back when files change, come or go; several changes come as several calls. Returns what stops the watching.
 * It looks at the files' times again and again: Node's own recursive watch loses a file that an editor saves by renaming
 * another one over it, and a few hundred files are looked at in a few milliseconds.
 */
export function watchFolders(watched: readonly Watched[]): () => void {
  const known = watched.map((one) => stampsOf(one));
  const timer = setInterval(() => {
    for (const [i, one] of watched.entries()) {
      const before = known[i]!;
      const now = stampsOf(one);
      known[i] = now;
      for (const path of new Set([...before.keys(), ...now.keys()])) {
        if (before.get(path) !== now.get(path)) one.changed(path);
      }
    }
  }, everyMilliseconds);
  return () => clearInterval(timer);
}

/** Time and size of each file that counts, by its path below the folder. */
function stampsOf({directory, counts = () => true, recursive = true}: Watched): Map<string, string> {
  const stamps = new Map<string, string>();
  const visit = (below: string): void => {
    for (const entry of entriesOf(join(directory, below))) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (passedOver.test(path)) continue;
      if (entry.isDirectory()) {
        if (recursive) visit(path);
      } else if (counts(path)) {
        const stamp = statSync(join(directory, path), {bigint: true, throwIfNoEntry: false});
        if (stamp) stamps.set(path, `${stamp.mtimeNs} ${stamp.size} ${stamp.ino}`);
      }
    }
  };
  visit("");
  return stamps;
}

/** What a folder holds; nothing where it is gone, which is no reason to stop the preview. */
function entriesOf(directory: string) {
  try {
    return readdirSync(directory, {withFileTypes: true});
  } catch {
    return [];
  }
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
