import type {Locale, ReportCube} from "../../cubes.js";
import {change} from "../change.js";
import {count, day, money, shortDay} from "../formats.js";
import {nameOf} from "../name-of.js";
import type {Site} from "../site.js";
import {classes, sentenceCase} from "../terms.js";
import {className} from "../value-terms.js";
import {isWhole} from "../whole-window.js";
import {windowWords} from "../window-words.js";
import {type CustomerRecord, rowsOf} from "./record.js";
import {exportedWord} from "./words.js";

/** What stands at the top of a customer's page. */
export interface CustomerHead {
  /** The customer as lists name it: its name, or its id where it has none. */
  name: string;
  kicker: string;
  /** One sentence, large: what the data says of this customer. */
  sentence: string;
  standfirst: string;
}

/** The value of the primary ABC class now. */
export function primaryClass(customer: CustomerRecord): string | null {
  return customer.scores.abc.at(-1) ?? null;
}

function changeWords(customer: CustomerRecord, report: ReportCube, locale: Locale): string {
  const dated = rowsOf(customer.scores);
  const before = dated.at(-5);
  const moved =
    before && isWhole(before.as_of, report)
      ? change(customer.now.revenue, before.revenue, "relative", locale)
      : null;
  if (!before || !moved) return "";
  return locale === "zh"
    ? `，较截至${shortDay(before.as_of, locale)}的窗口${moved.text}`
    : `, ${moved.text} on the window to ${shortDay(before.as_of, locale)}`;
}

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

function classWords(customer: CustomerRecord, locale: Locale): string {
  const abc = primaryClass(customer);
  const names = [
    abc && abc !== "none" ? lowerFirst(classes[abc as "A"][locale]) : null,
    customer.rfm.segment ? className("rfm_segment", customer.rfm.segment, locale) : null,
    customer.pyramids.metal ? className("metal", customer.pyramids.metal, locale) : null,
  ].filter((name) => name !== null);
  if (names.length === 0) return "";
  return locale === "zh" ? `；${names.join("、")}` : `: ${names.join(", ")}`;
}

function sentence(customer: CustomerRecord, name: string, report: ReportCube, locale: Locale): string {
  const zh = locale === "zh";
  const {is_customer, is_refund_only, orders, revenue, recency_days, last_order_on} = customer.now;
  if (!is_customer && is_refund_only)
    return zh ? `${name}仅有退款，没有订单。` : `${name} has refunds only: there is no order on its record.`;
  if (!is_customer) return zh ? `${name}尚未购买过。` : `${name} has not bought anything yet.`;
  const words = classWords(customer, locale);
  if (orders === 0)
    return zh
      ? `${name}在窗口内没有订单：上次下单在${day(last_order_on!, locale)}，距今${count(recency_days!, locale)}天${words}。`
      : `${name} ordered nothing in the window; its last order was ${count(recency_days!, locale)} days ago${words}.`;
  const amount = money(revenue, report, locale);
  if (revenue <= 0)
    return zh
      ? `${name}在窗口内下单${count(orders, locale)}次，扣除退款后收入为${amount}${words}。`
      : `${name} placed ${count(orders, locale)} ${orders === 1 ? "order" : "orders"} in the window, and after refunds brought ${amount}${words}.`;
  return zh
    ? `${name}带来收入${amount}${changeWords(customer, report, locale)}${words}。`
    : `${name} brought ${amount}${changeWords(customer, report, locale)}${words}.`;
}

/** Name, region and the other columns of the customers export, which are as of the export. */
export function customerHead(customer: CustomerRecord, {cubes: {report}, locale}: Site): CustomerHead {
  const zh = locale === "zh";
  const name = customer.name ?? customer.id;
  const account = customer.account;
  const listed = account
    ? [
        account.region && nameOf(account.region, report, locale),
        account.industry && nameOf(account.industry, report, locale),
        account.status &&
          (zh
            ? `状态${exportedWord(account.status, locale)}`
            : `status ${exportedWord(account.status, locale)}`),
        account.since && (zh ? `自${day(account.since, locale)}` : `since ${day(account.since, locale)}`),
        account.owner && (zh ? `负责人${account.owner}` : `owner ${account.owner}`),
        account.influence &&
          (zh
            ? `影响力${exportedWord(account.influence, locale)}`
            : `influence ${exportedWord(account.influence, locale)}`),
        account.parent_id && (zh ? `上级客户${account.parent_id}` : `part of ${account.parent_id}`),
      ].filter((text) => text !== null && text !== "")
    : [];
  const about =
    listed.length > 0
      ? zh
        ? `${listed.join("、")}（以导出时为准）。`
        : `${sentenceCase(listed.join(", "))} (as of the export). `
      : "";
  return {
    name,
    kicker: `${zh ? "客户" : "Customer"} · ${customer.id}`,
    sentence: sentence(customer, name, report, locale),
    standfirst: zh
      ? `${about}窗口：${windowWords(report, locale)}。`
      : `${about}The window is the ${windowWords(report, locale)}.`,
  };
}
