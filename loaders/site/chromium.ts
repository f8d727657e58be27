import {existsSync, rmSync, statSync} from "node:fs";
import {open} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as pause} from "node:timers/promises";
import type {Browser} from "playwright-core";

const usual = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
];

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-pings",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
];

/** Why no browser could be started; not a mistake of the reader's, so the build says it in one line and goes on. */
export class NoChromium extends Error {
  override name = "NoChromium";
}

/** Starts a headless Chromium: `GUANXI_CHROME`, the one from the development packages, or the machine's own. */
export async function launchChromium(): Promise<Browser> {
  const playwright = await import("playwright-core").catch(() => {
    throw new NoChromium("playwright-core isn't installed");
  });
  const executablePath = process.env.GUANXI_CHROME ?? (await packagedChromium()) ?? usual.find(existsSync);
  if (!executablePath) throw new NoChromium("no Chromium here: set GUANXI_CHROME to one");
  try {
    // A signal ends the command, and with it the browser: closed under its pages, it would fail them one by one.
    const left = {handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false};
    return await playwright.chromium.launch({executablePath, args: quiet, headless: true, ...left});
  } catch (error) {
    throw new NoChromium(`${executablePath} doesn't start: ${(error as Error).message.split("\n")[0]}`);
  }
}

async function packagedChromium(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  // Tells the package to unpack the shared libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  const found = await import("@sparticuz/chromium").catch(() => undefined);
  return found && (await oneAtATime(() => found.default.executablePath()));
}

/** The package unpacks in place, so a second process would start half a browser. */
async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const lock = join(tmpdir(), "guanxi-chromium.lock");
  for (;;) {
    const handle = await open(lock, "wx").catch(() => undefined);
    if (handle) {
      try {
        return await work();
      } finally {
        await handle.close();
        rmSync(lock, {force: true});
      }
    }
    const age = Date.now() - (statSync(lock, {throwIfNoEntry: false})?.mtimeMs ?? Date.now());
    if (age > 60_000) rmSync(lock, {force: true});
    await pause(50);
  }
}
