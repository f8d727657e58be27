import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";

const at = (path: string): string => new URL(`../../loaders/site/${path}`, import.meta.url).href;

/** A command with a browser open and a page that never finishes, as a build is while it checks its pages. */
const command = `
  import {launchChromium} from ${JSON.stringify(at("chromium.ts"))};
  import {endingPlainly, runCommand} from ${JSON.stringify(at("command-line.ts"))};
  await runCommand(() => endingPlainly("dist is as it was", async () => {
    const browser = await launchChromium();
    const page = await browser.newPage();
    console.log("open");
    await page.waitForFunction(() => false, null, {timeout: 60_000});
  }));
`;

test.each(["SIGTERM", "SIGINT"] as const)(
  "a build ended by %s in its browser check says so in one line, at once",
  async (signal) => {
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", command], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (bytes) => {
      said += bytes;
    });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    await Promise.race([new Promise((resolve) => child.stdout.once("data", resolve)), ended]);
    const began = performance.now();
    child.kill(signal);
    expect(await ended).toBe(signal === "SIGTERM" ? 143 : 130);
    expect(said).toBe(`ended by ${signal}; dist is as it was\n`);
    expect(performance.now() - began).toBeLessThan(10_000);
  },
);
