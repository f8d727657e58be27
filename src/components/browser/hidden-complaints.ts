import {silentComplainers} from "../exhibits/service/silent-complainers.js";
import {count} from "../formats.js";

const parameter = "one-in";

/** Lets the reader change of how many dissatisfied customers one complains; the number stands in the address. */
export function startHiddenComplaints(): void {
  for (const block of document.querySelectorAll<HTMLElement>(".hidden-complaints")) {
    const holder = block.querySelector<HTMLElement>(".one-in");
    const figures = block.querySelectorAll<HTMLElement>(".silent");
    const [fits, beyond] = [".fits", ".beyond"].map((name) => block.querySelector<HTMLElement>(name));
    if (!holder || !fits || !beyond) continue;
    const [complainants, customers] = [Number(block.dataset.complainants), Number(block.dataset.customers)];
    const locale = block.dataset.lang === "zh" ? "zh" : "en";
    const input = document.createElement("input");
    input.type = "number";
    input.min = "1";
    input.max = "1000";
    input.step = "1";
    input.setAttribute("aria-label", holder.dataset.label ?? "");
    const address = new URL(location.href);
    const given = address.searchParams.get(parameter);
    const start = holder.dataset.value ?? "";
    input.value = given !== null && isRatio(Number(given)) ? given : start;
    const show = (): void => {
      const oneIn = input.valueAsNumber;
      const ok = isRatio(oneIn);
      input.setAttribute("aria-invalid", String(!ok));
      const silent = ok ? silentComplainers(complainants, customers, oneIn) : null;
      for (const figure of figures)
        figure.textContent = silent === null ? "–" : count(silent.estimate, locale);
      fits.toggleAttribute("hidden", silent?.fits === false);
      beyond.toggleAttribute("hidden", silent?.fits !== false);
    };
    input.addEventListener("input", () => {
      show();
      if (!isRatio(input.valueAsNumber)) return;
      const next = new URL(location.href);
      if (input.value === start) next.searchParams.delete(parameter);
      else next.searchParams.set(parameter, input.value);
      history.replaceState(history.state, "", next);
    });
    holder.replaceChildren(input);
    show();
  }
}

function isRatio(x: number): boolean {
  return Number.isInteger(x) && x >= 1 && x <= 1000;
}
