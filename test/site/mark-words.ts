import type {Locator, Page} from "playwright-core";

export const drawingOf = (page: Page, figure: string): Locator =>
  page.locator(`#figure-${figure} .drawing:visible`);
/** Other tests run beside this one. */
export const patient = {timeout: 15_000};
/** The address of the panel of cell 555. */
export const opened = /rfm\.html\?at=rfm:555$/;
export const readout = (page: Page): Locator => page.locator(".readout:visible");
export const phone = {viewport: {width: 375, height: 812}, hasTouch: true};
export const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);
export const hintOf = async (page: Page, drawing: Locator): Promise<string | null> =>
  await page.locator(`#${await drawing.getAttribute("aria-describedby")}`).textContent();
export const status = (page: Page): Locator => page.locator(".mark-status");

/** How far the box of words reaches out of the window, and the page out of its width; 0 where they don't. */
export async function overflow(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const {left, top, right, bottom} = document.querySelector(".readout")!.getBoundingClientRect();
    const wide = document.documentElement.scrollWidth - innerWidth;
    return Math.max(0, -left, -top, right - innerWidth, bottom - innerHeight, wide);
  });
}
