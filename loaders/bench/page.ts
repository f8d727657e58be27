import {spawn} from "node:child_process";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {UserError} from "../errors.js";
import {home, root} from "../places.js";
import {launchChromium, NoChromium} from "../site/chromium.js";
import {business} from "./business.js";
import {median, quantile, type Row} from "./measure.js";
import {hostPacked} from "./page-host.js";
import {type Answer, choose, openSlowly} from "./page-visit.js";

/** Changes of filters that are measured in a round. */
const changes = 44;

const phone = {processor: 4, phone: true};
const desk = {processor: 1, phone: false};
const slowDesk = {processor: 4, phone: false};

/**
 * How long a reader waits for the overview of a business of so many customers: for its first chart and its first answer
 * to a filter with a phone's processor and line, and for later answers with a processor as it is and four times slower.
 * The goals are a frame of a screen, and what is felt as at once.
 *
 * @throws UserError where there is no Chromium
 */
export async function pageSpeed(
  customers: number,
  rounds: number,
  progress: (line: string) => void,
): Promise<Row> {
  const site = await builtSite(await business(customers, progress), customers, progress);
  const browser = await launchChromium().catch((error: unknown) => {
    throw error instanceof NoChromium ? new UserError(`bench page: ${error.message}`) : error;
  });
  const host = await hostPacked(site);
  const url = `${host.url}index.html`;
  try {
    const first: {paint: number; largest: number; chart: number; answer: number}[] = [];
    const [quick, slow]: Answer[][] = [[], []];
    for (let round = 1; round <= rounds; round++) {
      progress(`the overview of ${customers} customers, round ${round} of ${rounds}`);
      const {page, paints} = await openSlowly(browser, url, phone);
      const {seen} = await choose(page, "region", 1);
      first.push({
        paint: paints.first,
        largest: paints.largest,
        chart: Math.max(paints.first, paints.chart),
        answer: seen,
      });
      await page.context().close();
      quick!.push(...(await answers(browser, url, desk)));
      slow!.push(...(await answers(browser, url, slowDesk)));
    }
    const middle = (key: keyof (typeof first)[number]) => ({milliseconds: median(first.map((f) => f[key]))});
    const late = (of: Answer[], key: keyof Answer) => ({
      milliseconds: quantile(
        of.map((answer) => answer[key]),
        0.95,
      ),
    });
    return {
      name: `the overview, ${customers.toLocaleString("en")} customers`,
      runs: [],
      waits: {
        "until anything is painted, on a phone": middle("paint"),
        "until the first chart is painted, on a phone": middle("chart"),
        "until the largest part is painted, on a phone": middle("largest"),
        "until the first filter is answered and seen, with what it loads, on a phone": middle("answer"),
        "95% of filters: charts in view drawn": {...late(quick!, "drawn"), goal: 16},
        "95% of filters: charts in view drawn, processor four times slower": {
          ...late(slow!, "drawn"),
          goal: 50,
        },
        "95% of filters: from the choice until every chart of the page is drawn": late(quick!, "whole"),
        "95% of filters: from the choice until it is seen": late(quick!, "seen"),
        "95% of filters: from the choice until it is seen, processor four times slower": late(slow!, "seen"),
      },
    };
  } finally {
    await browser.close();
    await host.close();
  }
}

/**
 * The answers to a walk through the filters, each list in turn and several set at a time, with one chart of the page after
 * the other in view; the first ones warm up.
 */
async function answers(browser: Browser, url: string, slowness: typeof phone): Promise<Answer[]> {
  const {page} = await openSlowly(browser, url, slowness);
  const charts = await page.locator("figure.exhibit").all();
  const lists = await listsOf(page);
  const found: Answer[] = [];
  for (let i = 0; i < changes + 4; i++) {
    const {name, options} = lists[i % lists.length]!;
    await charts[i % charts.length]!.evaluate((figure) => figure.scrollIntoView({block: "center"}));
    const answer = await choose(page, name, 1 + (Math.floor(i / lists.length) % (options - 1)));
    if (i >= 4) found.push(answer);
  }
  await page.context().close();
  return found;
}

async function listsOf(page: Page): Promise<{name: string; options: number}[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLSelectElement>("form.filters select:not([name=as_of])")].map(
      ({name, options}) => ({name, options: options.length}),
    ),
  );
}

/** The site of a business, built as `npm run build` does, or found built. */
async function builtSite(data: string, customers: number, progress: (line: string) => void): Promise<string> {
  const out = join(home(), "bench", `site-${customers}`);
  progress(`building the site of ${customers} customers`);
  const argv = ["--import", "tsx", "loaders/main.ts", "build", "--data", data, "--out", out, "--no-browser"];
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env: {...process.env, GUANXI_HOME: join(home(), "bench", "store-page")},
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`the site of ${customers} customers isn't built: ${said}`);
  return out;
}
