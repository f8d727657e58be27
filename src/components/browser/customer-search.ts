import {type FoundCustomer, findCustomers} from "../customer/find.js";
import type {FrameWords} from "../customer/frame.js";
import {readNameKeys, readNamePage} from "./customer-names.js";

/** The place of the option that an arrow key leads to, -1 for none: past either end it starts anew. */
function next(active: number, options: number, step: 1 | -1): number {
  if (options === 0) return -1;
  if (active < 0) return step > 0 ? 0 : options - 1;
  return (active + step + options) % options;
}

/**
 * The search box as a combobox with a list of options (ARIA practices: editable, list autocomplete): what is typed finds
 * customers, arrows walk through them, Enter takes the one under the cursor or else the first, Escape closes the list.
 * Gives a function that asks for a query as if it were typed.
 */
export function startCustomerSearch(
  form: HTMLFormElement,
  words: FrameWords,
  choose: (id: string) => void,
): (query: string) => void {
  const input = form.querySelector<HTMLInputElement>("[role=combobox]")!;
  const list = form.querySelector<HTMLUListElement>("[role=listbox]")!;
  const status = form.querySelector<HTMLElement>("[role=status]")!;
  let offered: FoundCustomer[] = [];
  let active = -1;

  const close = (): void => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const take = (customer: FoundCustomer | undefined): void => {
    if (!customer) return;
    close();
    status.textContent = "";
    input.value = customer.name ?? customer.id;
    choose(customer.id);
  };
  const mark = (at: number): void => {
    active = at;
    [...list.children].forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === at));
      if (i === at) option.scrollIntoView({block: "nearest"});
    });
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[at]!.id);
  };
  const option = (customer: FoundCustomer, i: number): HTMLLIElement => {
    const li = document.createElement("li");
    li.id = `customer-option-${i}`;
    li.role = "option";
    li.setAttribute("aria-selected", "false");
    const id = document.createElement("span");
    id.className = "where";
    id.textContent = customer.id;
    li.append(customer.name ?? customer.id, " ", id);
    // The box keeps the focus: it is where the keys are listened to.
    li.addEventListener("pointerdown", (event) => event.preventDefault());
    li.addEventListener("click", () => take(customer));
    return li;
  };
  const offer = async (): Promise<void> => {
    const query = input.value;
    try {
      const found = query.trim()
        ? await findCustomers(query, await readNameKeys(), readNamePage)
        : {customers: [], more: false};
      if (input.value !== query) return;
      offered = found.customers;
      list.replaceChildren(...offered.map(option));
      if (offered.length === 0) close();
      else {
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
        mark(-1);
      }
      const said = offered.length === 0 ? words.none : found.more ? words.more : words.found;
      status.textContent = query.trim() ? said.replace("{n}", String(offered.length)) : "";
    } catch {
      close();
      status.textContent = words.failed;
    }
  };

  input.addEventListener("focus", () => void readNameKeys().catch(() => {}), {once: true});
  input.addEventListener("input", () => void offer());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) void offer();
      else mark(next(active, offered.length, event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      close();
      status.textContent = "";
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!list.hidden) take(offered[Math.max(0, active)]);
    else void offer().then(() => take(offered[0]));
  });
  return (query) => {
    input.value = query;
    input.focus();
    void offer();
  };
}
