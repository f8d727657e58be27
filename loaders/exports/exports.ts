import type {ExportKey} from "../settings.js";
import {customers} from "./customers.js";
import type {Export} from "./export.js";
import {relationships} from "./relationships.js";
import {transactions} from "./transactions.js";
import {wallets} from "./wallets.js";

/** Every export the project reads, by name. */
export const exports: Record<ExportKey, Export> = {transactions, customers, relationships, wallets};
