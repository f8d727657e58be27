import type {ActionRow} from "../../cubes/value.js";
import {exhibit} from "../exhibits/exhibit.js";
import {type Html, html} from "../html.js";
import type {Site} from "../site.js";
import {actionsPart} from "./actions.js";
import {alertsPart} from "./alerts.js";
import {contactsPart} from "./contacts.js";
import {eventsPart} from "./events.js";
import {figuresPart} from "./figures.js";
import {type CustomerHead, customerHead} from "./head.js";
import {placesPart} from "./places.js";
import {purchasesExhibit} from "./purchases.js";
import type {CustomerRecord} from "./record.js";
import {scoresPart} from "./scores.js";
import {complaintsPart, surveysPart} from "./service.js";

/** All that a customer's page says: what stands at its top, and its parts below. */
export interface CustomerView {
  head: CustomerHead;
  body: Html;
}

/** A part of the page under its heading. */
function section(id: string, heading: string, content: Html): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${content}</section>
`;
}

/**
 * The page of one customer, from its record. `site` has the report and its settings; the actions are those of the
 * classes in force, of which the customer's own are shown.
 */
export function customerView(
  customer: CustomerRecord,
  actions: readonly ActionRow[],
  site: Site,
): CustomerView {
  const zh = site.locale === "zh";
  const parts: [string, string, Html][] = [
    ["purchases", zh ? "采购" : "Purchases", exhibit(purchasesExhibit(customer, site), site)],
    ["scores", zh ? "历次评分" : "Scores over time", scoresPart(customer, site)],
    ["places", zh ? "在各模型中的位置" : "Place in every model", placesPart(customer, site)],
    ["contacts", zh ? "联系人与关系等级" : "Contacts and their levels", contactsPart(customer, site)],
    ["complaints", zh ? "抱怨" : "Complaints", complaintsPart(customer, site)],
    ["surveys", zh ? "满意度调查" : "Surveys", surveysPart(customer, site)],
    ["events", zh ? "机会事件" : "Opportunities", eventsPart(customer, site)],
    ["alerts", zh ? "预警" : "Alerts", alertsPart(customer, site)],
    ["actions", zh ? "建议的行动" : "Suggested actions", actionsPart(customer, actions, site)],
  ];
  return {
    head: customerHead(customer, site),
    body: html`${figuresPart(customer, site)}
<nav class="customer-parts" aria-label="${zh ? "本客户各部分" : "Parts of this customer’s page"}"><ul>${parts.map(
      ([id, heading]) => html`<li><a href="#customer-${id}">${heading}</a></li>`,
    )}</ul></nav>
${parts.map(([id, heading, content]) => section(`customer-${id}`, heading, content))}`,
  };
}
