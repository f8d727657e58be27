import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {setTimeout} from "node:timers/promises";

/** Does something once for all the processes of the tests; a folder is the lock, a file says how it went. */
export async function once(lock: string, work: () => Promise<unknown>): Promise<void> {
  try {
    mkdirSync(lock);
  } catch {
    while (!existsSync(`${lock}.done`) && !existsSync(`${lock}.failed`)) await setTimeout(100);
    if (existsSync(`${lock}.failed`)) throw new Error(`${lock}: another test failed to make it`);
    return;
  }
  try {
    await work();
    writeFileSync(`${lock}.done`, "");
  } catch (error) {
    writeFileSync(`${lock}.failed`, "");
    throw error;
  }
}
