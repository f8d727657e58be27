import {type Html, html} from "./html.js";

/** The address of a customer's page from any page of the same language. */
export function customerHref(customer_id: string): string {
  return `./customer.html?id=${encodeURIComponent(customer_id)}`;
}

/** A customer's id as a link to its page. For lists by name, which only those see who may see these pages too. */
export function customerLink(customer_id: string): Html {
  return html`<a href="${customerHref(customer_id)}">${customer_id}</a>`;
}
