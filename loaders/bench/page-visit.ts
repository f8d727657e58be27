import type {Browser, Page} from "playwright-core";

/** What a reader's machine and line are slowed down to. */
interface Slowness {
  /** How many times slower the processor is; 1 for this machine's. */
  processor: number;
  /** A line of 1.6 Mbit/s and 150 ms there and back, that of a phone. */
  phone: boolean;
}

/** Milliseconds from asking for the page until it was first painted, until its largest part was, and until a chart was. */
interface Paints {
  first: number;
  largest: number;
  chart: number;
}

/** Keeps account of the first frame with a whole chart; it runs before the page's own scripts. */
function watchPaints(): void {
  const seen = {largest: 0, chart: 0};
  Object.assign(globalThis, {seenPaints: seen});
  new PerformanceObserver((list) => {
    seen.largest = list.getEntries().at(-1)!.startTime;
  }).observe({type: "largest-contentful-paint", buffered: true});
  const look = (): void => {
    const chart = document.querySelector("figure.exhibit .drawings");
    const whole = chart?.nextElementSibling && chart.getBoundingClientRect().height > 0;
    requestAnimationFrame(
      whole
        ? () => {
            seen.chart = performance.now();
          }
        : look,
    );
  };
  look();
}

/** Opens a page with an empty cache on a slowed machine. */
export async function openSlowly(
  browser: Browser,
  url: string,
  {processor, phone}: Slowness,
): Promise<{page: Page; paints: Paints}> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}});
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (processor > 1) await session.send("Emulation.setCPUThrottlingRate", {rate: processor});
  if (phone) {
    await session.send("Network.enable");
    const throughput = 1_600_000 / 8;
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  // TypeScript's loader wraps named functions in a call that the page doesn't know.
  await page.addInitScript("globalThis.__name ??= (named) => named");
  await page.addInitScript(watchPaints);
  await page.goto(url, {waitUntil: "load"});
  await page.waitForTimeout(1000);
  const paints = await page.evaluate(() => ({
    ...(globalThis as unknown as {seenPaints: {largest: number; chart: number}}).seenPaints,
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  }));
  return {page, paints};
}

/** What one change of a filter took, in milliseconds. */
export interface Answer {
  /** Drawing the figures in view. */
  drawn: number;
  /** From the choice until they are seen. */
  seen: number;
  /** From the choice until every figure of the page is drawn, in each width, and its table. */
  whole: number;
}

/**
 * Sets one list of the filter bar as a reader does, and waits until the answer is seen and the rest of the page has
 * followed.
 */
export async function choose(page: Page, name: string, index: number): Promise<Answer> {
  return await page.evaluate(
    async ({name, index}) => {
      const frame = () => new Promise(requestAnimationFrame);
      const select = document.querySelector<HTMLSelectElement>(`form.filters select[name=${name}]`)!;
      const before = performance.getEntriesByName("filter").length;
      select.selectedIndex = index;
      const begun = performance.now();
      select.dispatchEvent(new Event("change", {bubbles: true}));
      while (performance.getEntriesByName("filter").length === before) await frame();
      await frame();
      const seen = performance.now() - begun;
      const entry = performance.getEntriesByName("filter").at(-1)!;
      const drawnAt = entry.startTime + entry.duration;
      while (!((performance.getEntriesByName("filter-rest").at(-1)?.startTime ?? 0) >= drawnAt))
        await frame();
      return {drawn: entry.duration, seen, whole: performance.now() - begun};
    },
    {name, index},
  );
}
