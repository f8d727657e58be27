import {type Change, type ChangeKind, change} from "../change.js";
import {count, day, money, percent} from "../formats.js";
import {meaningOf} from "../good-direction.js";
import {type Html, html} from "../html.js";
import {sinceWords} from "../since-words.js";
import type {Site} from "../site.js";
import {label} from "../terms.js";
import {isWhole} from "../whole-window.js";
import {type CustomerRecord, rowsOf} from "./record.js";

interface Figure {
  id: string;
  name: string;
  value: string;
  change: Change | null;
  /** Beside the value, quiet. */
  note: string | null;
}

const signs = {up: "▲", down: "▼", same: "■"};

/** Three to six figures of a customer, those of the as-of dates with their change on a year before. */
export function figuresPart(customer: CustomerRecord, {cubes: {report}, locale}: Site): Html {
  const zh = locale === "zh";
  const {now, lifetime, relationship} = customer;
  const then = rowsOf(customer.scores).at(-5);
  const before = then && isWhole(then.as_of, report) ? then : undefined;
  const since = before ? sinceWords(before.as_of, report.as_of, locale).since : "";
  const changed = (value: number, then: number | null | undefined, kind: ChangeKind): Change | null =>
    change(value, then, kind, locale);
  const figures: Figure[] = [];
  const add = (id: string, name: string, value: string, of: Partial<Pick<Figure, "change" | "note">> = {}) =>
    figures.push({id, name, value, change: null, note: null, ...of});
  if (now.is_customer || now.is_refund_only)
    add("revenue", label("revenue", locale), money(now.revenue, report, locale), {
      change: changed(now.revenue, before?.revenue, "relative"),
    });
  if (now.profit !== null && now.is_customer)
    add("profit", label("profit", locale), money(now.profit, report, locale), {
      note:
        now.cost_to_serve === null
          ? null
          : zh
            ? `另有服务成本${money(now.cost_to_serve, report, locale)}`
            : `before ${money(now.cost_to_serve, report, locale)} of cost to serve`,
    });
  if (now.is_customer)
    add("orders", label("orders", locale), count(now.orders, locale), {
      note: zh
        ? `历来${count(now.orders_ever, locale)}次，${money(now.revenue_ever, report, locale)}`
        : `${count(now.orders_ever, locale)} ever, ${money(now.revenue_ever, report, locale)}`,
    });
  if (now.recency_days !== null)
    add("recency", zh ? "距上次购买天数" : "Days since the last order", count(now.recency_days, locale), {
      note: now.last_order_on && day(now.last_order_on, locale),
    });
  if (lifetime)
    add("clv", label("clv", locale), money(lifetime.clv, report, locale), {
      change: changed(lifetime.clv, before?.clv, "relative"),
      note:
        lifetime.p_alive === null
          ? null
          : `${zh ? "活跃概率" : "P(alive)"} ${percent(lifetime.p_alive, locale)}`,
    });
  if (relationship.wallet_share !== null)
    add("share", label("wallet_share", locale), percent(relationship.wallet_share, locale), {
      change: changed(relationship.wallet_share, before?.wallet_share, "points"),
      note:
        relationship.gap === null
          ? null
          : zh
            ? `缺口${money(relationship.gap, report, locale)}`
            : `gap ${money(relationship.gap, report, locale)}`,
    });
  if (figures.length === 0) return html``;
  return html`<section class="figures" aria-label="${zh ? "主要指标" : "Key figures"}"><dl>${figures.map(
    (
      f,
    ) => html`<div class="figure" data-figure="${f.id}"><dt>${f.name}</dt><dd><span class="value">${f.value}</span>${
      f.change
        ? html`<span class="change ${f.change.direction} ${meaningOf(f.id, f.change)}"><span aria-hidden="true">${signs[f.change.direction]} </span>${zh ? html`${since}<wbr>${f.change.text}` : `${f.change.text} ${since}`}</span>`
        : null
    }${f.note ? html`<span class="change unknown">${f.note}</span>` : null}</dd></div>
`,
  )}</dl></section>`;
}
