import type {ExportKey} from "../settings.js";
import {complaints} from "./complaints.js";
import {costs} from "./costs.js";
import {customers} from "./customers.js";
import {events} from "./events.js";
import type {Export} from "./export.js";
import {interactions} from "./interactions.js";
import {relationships} from "./relationships.js";
import {surveys} from "./surveys.js";
import {transactions} from "./transactions.js";
import {wallets} from "./wallets.js";

/** Every export the project reads, by name. */
export const exports: Record<ExportKey, Export> = {
  transactions,
  customers,
  relationships,
  wallets,
  interactions,
  complaints,
  surveys,
  events,
  costs,
};
