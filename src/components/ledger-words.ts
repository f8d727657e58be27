import {count} from "./formats.js";
import type {Site} from "./site.js";

/**
 * Who is ranked, where those who only gave back stand beside the customers: "565 on the ledger: 561 customers and 4 who
 * only gave back", or "all on the ledger" where the parts may not be told or are not those of `total`.
 */
export function ledgerWords(total: number | null | undefined, {cubes, locale}: Site): string {
  const zh = locale === "zh";
  const now = cubes.read("kpis").find((r) => r.role === "now");
  const back = now?.refund_only_customers ?? null;
  if (!now || back === null || total == null || now.customers + back !== total)
    return zh ? "账上全部客户" : "all on the ledger";
  const n = (x: number): string => count(x, locale);
  if (back === 0) return zh ? `账上${n(total)}位客户` : `all ${n(total)} customers on the ledger`;
  return zh
    ? `账上${n(total)}位：${n(now.customers)}位客户，另${n(back)}位仅有退款`
    : `${n(total)} on the ledger: ${n(now.customers)} customers and ${n(back)} who only gave back`;
}
