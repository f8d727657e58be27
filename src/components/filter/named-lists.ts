import {lists as relationship} from "./lists-of-relationship.js";
import {lists as service} from "./lists-of-service.js";
import {lists as value} from "./lists-of-value.js";
import {lists as warnings} from "./lists-of-warnings.js";
import type {NamedLists} from "./named-list.js";

/** Every list of customers that answers to filters, by id. In the browser they come in parts: see list-parts.ts. */
export const namedLists: NamedLists = {...relationship, ...warnings, ...service, ...value};
