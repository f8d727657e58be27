import {literal} from "../quote.js";

/** The settings of service levels, complaints and surveys; see data/README.md for each. */
export interface ServiceSettings {
  pareto: {primary: string; measure?: string | undefined};
  service: {
    complaint_limit_hours: number;
    gap_multiple: number;
    after_days: number;
    complains_one_in: number;
    classes: readonly string[];
    high_influence: readonly string[];
    base_level: number;
    class_level: number;
    influence_level: number;
    strategic_level: number;
    delivered: {
      days: number;
      quarters: number;
      breadth: number;
      senior_contacts: number;
      strategic_breadth: number;
      joint_days: number;
    };
    invitations: readonly string[];
  };
}

const texts = (values: readonly string[]): string =>
  `[${values.map((value) => literal(value.toLowerCase())).join(", ")}]::VARCHAR[]`;

/** What the SQL of service levels, complaints and surveys reads, as DuckDB variables (name to SQL). */
export function serviceVariables({pareto, service}: ServiceSettings): Record<string, string> {
  const {delivered} = service;
  return {
    service_preset: literal(pareto.primary),
    service_measure: pareto.measure === undefined ? "NULL::VARCHAR" : literal(pareto.measure),
    complaint_limit_hours: `${service.complaint_limit_hours}::DOUBLE`,
    service_gap_multiple: `${service.gap_multiple}::DOUBLE`,
    service_after_days: String(service.after_days),
    service_classes: `[${service.classes.map(literal).join(", ")}]::VARCHAR[]`,
    high_influence: texts(service.high_influence),
    service_base_level: String(service.base_level),
    service_class_level: String(service.class_level),
    service_influence_level: String(service.influence_level),
    service_strategic_level: String(service.strategic_level),
    delivered_days: String(delivered.days),
    delivered_quarters: String(delivered.quarters),
    delivered_breadth: String(delivered.breadth),
    delivered_senior_contacts: String(delivered.senior_contacts),
    delivered_strategic_breadth: String(delivered.strategic_breadth),
    delivered_joint_days: String(delivered.joint_days),
    service_invitations: texts(service.invitations),
  };
}
