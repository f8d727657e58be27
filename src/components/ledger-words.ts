import {count} from "./formats.js";
import type {Site} from "./site.js";

/**
 * Who is ranked, where those with refunds only stand beside the customers: "565 on the ledger: 561 customers and 4 with
 * refunds only"; "all 561 who have bought" where small groups are hidden and nobody else is ranked; "all on the ledger" where
 * the parts may not be told or are not those of `total`.
 */
export function ledgerWords(total: number | null | undefined, {cubes, locale}: Site): string {
  const zh = locale === "zh";
  const n = (x: number): string => count(x, locale);
  const now = cubes.read("kpis").find((r) => r.role === "now");
  const back = now?.refund_only_customers ?? null;
  if (now && back === null && total === now.customers && cubes.report.smallest_cell > 1)
    return zh ? `有过购买的全部${n(total)}位客户` : `all ${n(total)} who have bought`;
  if (!now || back === null || total == null || now.customers + back !== total)
    return zh ? "账上全部客户" : "all on the ledger";
  if (back === 0) return zh ? `账上${n(total)}位客户` : `all ${n(total)} customers on the ledger`;
  return zh
    ? `账上${n(total)}位：${n(now.customers)}位客户，另${n(back)}位仅有退款`
    : `${n(total)} on the ledger: ${n(now.customers)} customers and ${n(back)} with refunds only`;
}
