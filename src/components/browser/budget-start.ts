import {changing} from "./changing.js";

/**
 * Shows the controls of each plan that can be tried. What works it out comes at the first touch, or where the address holds
 * a plan; what was entered before it came counts too.
 */
export function startBudget(): void {
  for (const section of document.querySelectorAll<HTMLElement>("section.budget[data-facts]")) start(section);
}

function start(section: HTMLElement): void {
  const form = section.querySelector("form")!;
  let coming: Promise<void> | undefined;
  let runs = false;
  const wake = async (): Promise<void> => {
    coming ??= import("./budget.js").then(({runBudget}) => {
      runBudget(section);
      runs = true;
    });
    try {
      await coming;
    } catch {
      // The next touch asks for it again.
      coming = undefined;
    }
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const type of ["pointerenter", "focusin"])
    form.addEventListener(type, () => void wake(), {once: true});
  form.addEventListener("input", ({target}) => {
    if (!runs)
      changing(wake().then(() => runs && target?.dispatchEvent(new Event("input", {bubbles: true}))));
  });
  form.addEventListener("click", ({target}) => {
    const button = (target as Element).closest<HTMLButtonElement>("button[data-action]");
    if (button && !runs) changing(wake().then(() => runs && button.click()));
  });
  if (new URLSearchParams(location.search).has("tiers")) changing(wake());
}
