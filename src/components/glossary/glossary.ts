import {relationshipTerms} from "./relationship.js";
import {serviceTerms} from "./service.js";
import type {GlossaryTerm} from "./term.js";
import {valueTerms} from "./value.js";

/** Every term of the report, by the part of the glossary that it stands in. */
export const glossary: Readonly<Record<"value" | "relationship" | "service", readonly GlossaryTerm[]>> = {
  value: valueTerms,
  relationship: relationshipTerms,
  service: serviceTerms,
};

/** All terms in the order of the page. */
export const glossaryTerms: readonly GlossaryTerm[] = Object.values(glossary).flat();

/** The id of a term on the glossary's page. */
export function termAnchor({key}: GlossaryTerm): string {
  return `term-${key}`;
}
