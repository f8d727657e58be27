import {type BudgetState, budgetQuery, parseBudget, planFault} from "../budget-plan.js";
import type {BudgetFacts} from "../exhibits/budget/facts.js";
import {restText, tierFields} from "../exhibits/budget/form.js";
import {budgetResult} from "../exhibits/budget/result.js";
import {readable} from "./readable-query.js";

const faults = {
  en: {
    tiers: "There are too many tiers.",
    shares: "Shares must be whole per cents from 1 and leave at least 1 for the last tier.",
    costs: "A cost must be a number from 0.",
  },
  zh: {
    tiers: "层数过多。",
    shares: "占比须为不小于1的整数百分比，并至少为末层留下1%。",
    costs: "金额须为不小于0的数。",
  },
};

const notShown = {
  en: "This is no plan yet, so no result is shown.",
  zh: "尚不成方案，故不显示结果。",
};

/** The page's address with a plan, or without one: what else it says, as the filters do, stays. */
function addressOf(state: BudgetState | null): string {
  const query = new URLSearchParams(location.search);
  for (const name of ["tiers", "by", "cap"]) query.delete(name);
  const parts = [state && budgetQuery(state), readable(query)].filter((part) => part);
  return parts.length > 0 ? `?${parts.join("&")}` : location.pathname;
}

/** Gives the last tier whoever the others leave. */
function withRest(tiers: BudgetState["tiers"]): BudgetState["tiers"] {
  const rest = 100 - tiers.slice(0, -1).reduce((sum, t) => sum + t.share, 0);
  return tiers.map((t, i) => (i === tiers.length - 1 ? {...t, share: rest} : t));
}

/** Lets the reader change tiers, costs, the ranking and the cap; the plan stands in the address. */
export function runBudget(section: HTMLElement): void {
  const facts = JSON.parse(section.dataset.facts!) as BudgetFacts;
  const locale = section.dataset.locale === "zh" ? "zh" : "en";
  const form = section.querySelector("form")!;
  const fields = form.querySelector<HTMLElement>(".budget-tiers")!;
  const fault = form.querySelector<HTMLElement>(".budget-fault")!;
  const result = section.querySelector<HTMLElement>(".budget-result")!;
  const by = form.querySelector<HTMLSelectElement>("select[name=by]")!;
  const cap = form.querySelector<HTMLInputElement>("input[name=cap]")!;
  const add = form.querySelector<HTMLButtonElement>("[data-action=add]")!;

  const read = (): BudgetState => {
    const tiers = [...fields.querySelectorAll("fieldset")].map((tier) => ({
      share: tier.querySelector<HTMLInputElement>("[name=share]")?.valueAsNumber ?? 0,
      cost: tier.querySelector<HTMLInputElement>("[name=cost]")!.valueAsNumber,
    }));
    const limit = cap.valueAsNumber;
    return {
      tiers: withRest(tiers),
      by: by.value === "profit" ? "profit" : "revenue",
      cap: Number.isFinite(limit) && limit >= 0 ? limit : null,
    };
  };
  /** Tells the plan, where it is one; else says what is wrong, and shows none: the last one is not the one typed. */
  const tell = (state: BudgetState, address: boolean): void => {
    const wrong = planFault(state.tiers);
    fault.textContent = wrong ? faults[locale][wrong] : "";
    const rest = fields.querySelector("output");
    if (rest) rest.textContent = restText(state.tiers.at(-1)!.share);
    if (wrong) {
      result.textContent = notShown[locale];
      return;
    }
    result.innerHTML = budgetResult(state, facts, locale).text;
    if (address) history.replaceState(null, "", `${addressOf(state)}${location.hash}`);
  };
  const show = (state: BudgetState, address = true): void => {
    fields.innerHTML = tierFields(state, locale).text;
    by.value = facts.curves[state.by].length > 0 ? state.by : "revenue";
    cap.value = state.cap === null ? "" : String(state.cap);
    add.disabled = state.tiers.length >= Number(add.dataset.most);
    tell({...state, by: by.value === "profit" ? "profit" : "revenue"}, address);
  };
  const act = (action: string | undefined, tier: number): void => {
    const now = read();
    if (action === "plan_1" || action === "plan_2") show({...now, tiers: facts[action]});
    else if (action === "reset") {
      show(facts.start, false);
      history.replaceState(null, "", addressOf(null) + location.hash);
    } else if (action === "remove") show({...now, tiers: withRest(now.tiers.filter((_, i) => i !== tier))});
    else if (action === "add") {
      const last = now.tiers.at(-1)!;
      // A new tier takes half of whoever is left, at the last tier's cost.
      const share = Math.max(1, Math.floor(last.share / 2));
      if (last.share >= 2)
        show({...now, tiers: withRest([...now.tiers.slice(0, -1), {...last, share}, last])});
    }
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => tell(read(), true));
  form.addEventListener("click", (event) => {
    const button = (event.target as Element | null)?.closest<HTMLButtonElement>("button[data-action]");
    if (!button) return;
    act(button.dataset.action, Number(button.closest<HTMLElement>("[data-tier]")?.dataset.tier ?? -1));
    // The button that was pressed may be gone: the keyboard goes on from the tiers.
    if (!button.isConnected) fields.querySelector<HTMLElement>("input")?.focus();
  });
  addEventListener("popstate", () => show(parseBudget(location.search) ?? facts.start, false));
  const given = parseBudget(location.search);
  if (given) show(given, false);
}
