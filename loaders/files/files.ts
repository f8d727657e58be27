import {customers} from "./customers/customers.js";
import type {FileSet} from "./file-set.js";
import {filters} from "./filters/filters.js";
import {lists} from "./lists/lists.js";
import {members} from "./members/members.js";
import {scores} from "./scores/scores.js";

/** Every set of files by name: beside the cubes, all that leaves the building. */
export const fileSets: Readonly<Record<string, FileSet>> = {filters, lists, members, customers, scores};
