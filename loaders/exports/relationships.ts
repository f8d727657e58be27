import type {Export} from "./export.js";

/** One row is one assessment of one account, or of one contact there, on one day. Levels are names or 1 to 5. */
export const relationships: Export = {
  key: "relationships",
  columns: [
    {name: "customer_id", kind: "id", required: true},
    {name: "assessed_on", kind: "day", required: true},
    {name: "personal_level", kind: "text", required: true},
    {name: "company_level", kind: "text", required: true},
    {name: "assessor", kind: "text"},
    {name: "contact_id", kind: "id"},
    {name: "contact_role", kind: "text"},
    {name: "weight", kind: "number"},
    {name: "evidence", kind: "text"},
  ],
};
