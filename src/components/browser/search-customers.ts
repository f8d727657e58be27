import {type FoundCustomers, findCustomers} from "../customer/find.js";
import {customerHref} from "../customer-link.js";
import {readNameKeys, readNamePage} from "./customer-names.js";

/** How many customers stand among the results: the customers' own search has more. */
const most = 5;

/** The customers that a query finds; null where their names can't be had. */
export async function lookUp(query: string): Promise<FoundCustomers | null> {
  try {
    return await findCustomers(query, await readNameKeys(), readNamePage, most);
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/** Customers as a list of links to their pages, which stand in `folder`. */
export function customerList({customers}: FoundCustomers, folder: string): HTMLOListElement {
  const list = document.createElement("ol");
  list.className = "of-customers";
  for (const {id, name} of customers) {
    const link = document.createElement("a");
    link.href = folder + customerHref(id).slice(2);
    const where = document.createElement("span");
    where.className = "where";
    where.textContent = name === null ? "" : ` ${id}`;
    link.append(name ?? id, where);
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  return list;
}
