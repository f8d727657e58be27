import type {Audience, Cubes} from "../../src/cubes.js";
import {type Customer, sum} from "./fixture-customers.js";

/** The cubes of the data page: inputs, rows not used, ledger and settings. */
export function evidence(
  now: readonly Customer[],
  audience: Audience,
): Pick<Cubes, "inputs" | "quality" | "ledger" | "settings"> {
  const named = audience !== "executives";
  return {
    inputs: [
      {
        export: "transactions",
        present: true,
        files: 2,
        rows_read: 21_480,
        rows_used: 20_931,
        rows_rejected: 549,
        money_read: sum(now, (c) => c.revenue) * 3 + 1_250_000,
        money_used: sum(now, (c) => c.revenue) * 3,
        money_rejected: 1_250_000,
        first_day: "2021-01-04",
        last_day: "2025-12-31",
        hash: "a1b2c3d4e5f60718",
      },
      ...(["customers", "relationships", "wallets"] as const).map((name, i) => ({
        export: name,
        present: true,
        files: 1,
        rows_read: 640 + i * 900,
        rows_used: 640 + i * 890,
        rows_rejected: i * 10,
        money_read: null,
        money_used: null,
        money_rejected: null,
        first_day: i ? "2022-02-01" : null,
        last_day: i ? "2025-12-20" : null,
        hash: `0${i}b2c3d4e5f60718`,
      })),
    ],
    quality: [
      {
        export: "transactions",
        reason: "no_customer",
        column: "customer_id",
        rows: 401,
        money: 1_000_000,
        money_unread: 0, example: named ? "transactions-2024.csv:1204: customer_id \"\"" : null,
      },
      {
        export: "transactions",
        reason: "filtered",
        column: "status",
        rows: 130,
        money: 250_000,
        money_unread: 0, example: named ? "transactions-2024.csv:88: status \"cancelled\"" : null,
      },
      {export: "transactions", reason: "bad_number", column: "amount", rows: 18, money: 0, money_unread: 18, example: named ? "transactions-2025.csv:731: amount \"n/a\"" : null},
      {
        export: "relationships",
        reason: "unknown_level",
        column: "personal_level",
        rows: 10,
        money: null,
        money_unread: 0, example: named ? "relationships.csv:12: personal_level \"7\"" : null,
      },
      {
        export: "wallets",
        reason: "share_above_moon",
        column: "share_pct",
        rows: 20,
        money: null,
        money_unread: 0, example: null,
      },
    ],
    ledger: {
      customers: now.length,
      refund_only_customers: 7,
      below_zero_customers: now.filter((c) => c.revenue < 0).length,
      at_zero_customers: now.filter((c) => c.revenue === 0).length,
      prospects: 12,
      revenue: sum(now, (c) => c.revenue) * 3,
      profit: sum(now, (c) => c.profit) * 3,
      orders: sum(now, (c) => c.orders) * 3,
      customer_days: sum(now, (c) => c.orders) * 3 - 40,
      first_day: "2021-01-04",
      last_day: "2025-12-31",
      lines_after_as_of: 0,
      uncosted_lines: 214,
    },
    settings: [
      {key: "report.as_of", value: "2025-12-31", changed: false},
      {key: "report.window", value: "365 days", changed: false},
      {key: "report.audience", value: audience, changed: true},
      {key: "rfm.primary", value: "together", changed: false},
      {key: "abc.preset", value: "by-customers", changed: false},
      {key: "grid.stale_after_days", value: "180", changed: false},
      {key: "wallets.stable", value: "0.5", changed: false},
      {key: "wallets.strategic", value: "0.8", changed: false},
    ],
  };
}
