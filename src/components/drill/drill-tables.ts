import type {TableName} from "../filter/tables.js";

/**
 * How marks name the cells of a table of filters: `by` are the columns that they name, in this order; `parted` those which,
 * each fixed to one value, leave every customer in one cell of a date at most: none where that always holds, absent where
 * a customer may be in several cells.
 */
interface DrillSpec {
  by: readonly string[];
  parted?: readonly string[];
  /** The measure that counts the customers behind its marks, where it is not `customers`. */
  counted?: string;
  /** Whether its dates are cuts of the past, of which the newest is listed. */
  cut?: true;
}

/** A model's moves up to the newest date, from each of the days that filters know. */
const moves = {
  by: ["from", "from_class", "to_class", "direction"],
  parted: ["from"],
} as const satisfies DrillSpec;

/** The tables whose figures have marks of cells. */
export const drillSpecs = {
  abc: {by: ["preset", "measure", "class"], parted: ["preset", "measure"]},
  "complaint-outcomes": {by: ["outcome"]},
  "complaint-quarters": {by: ["quarter", "timing"]},
  "complaint-times": {by: ["time_band"]},
  "complaint-kept": {by: ["handling", "buying"], parted: []},
  "complaint-aftermath": {by: ["handling", "side", "again"], parted: ["side"]},
  "service-levels": {by: ["suggested", "delivered"], parted: []},
  "service-depth": {by: ["class", "delivered"], parted: []},
  "survey-loop": {by: ["reached"]},
  "survey-differences": {by: ["class", "bin"], parted: []},
  "survey-repurchase": {by: ["satisfied", "buying"], parted: []},
  loyalty: {by: ["behavioural", "intentional", "emotional"], parted: []},
  "visit-compliance": {by: ["class", "role", "kind"], parted: ["role", "kind"]},
  "contact-mix": {by: ["by", "class", "value"], parted: ["by", "value"]},
  "contact-hours": {by: ["weekday", "hour"]},
  effort: {by: ["class"], parted: []},
  "cost-to-serve": {by: ["class"], parted: []},
  touchpoints: {by: ["touchpoint", "need"]},
  "contact-goals": {by: ["class", "state"], parted: ["state"]},
  "contact-effect": {by: ["outcome"]},
  lifecycle: {by: ["phase"], parted: []},
  grid: {by: ["stage", "lean"], parted: []},
  "grid-over-time": {by: ["stage"], parted: []},
  "assessment-ages": {by: ["stage", "from_days"], parted: []},
  "wallet-over-time": {by: ["stage"], parted: []},
  "wallet-ages": {by: ["stage", "from_days"], parted: []},
  "wallet-segments": {by: ["dimension", "gap_part", "name"], parted: ["dimension"]},
  "contact-pattern": {by: ["stage", "met", "senior"], parted: []},
  "stage-cross": {by: ["grid_stage", "wallet_stage"], parted: []},
  "moves-grid-stage": moves,
  "moves-wallet-stage": moves,
  "moves-metal": moves,
  "moves-rfm-segment": moves,
  "moves-abc": moves,
  alerts: {by: ["signal", "phase"], parted: ["signal"]},
  "alert-accounts": {by: ["phase"], parted: []},
  "customer-types": {by: ["type"], parted: []},
  opportunities: {by: ["kind", "stage"]},
  churn: {by: ["gone"], parted: []},
  "abc-over-time": {by: ["class"], parted: []},
  "rfm-bands": {by: ["band"], parted: []},
  "segments-over-time": {by: ["segment"], parted: []},
  "scores-over-time": {by: ["axis", "score"], parted: ["axis"]},
  pyramids: {by: ["pyramid", "level"]},
  "lifetime-parts": {by: ["part", "below_zero"], parted: []},
  alive: {by: ["bin"], parted: []},
  "rfm-together": {by: ["r", "f", "m"], parted: []},
  "rfm-ntile": {by: ["r", "f", "m"], parted: []},
  "rfm-nested": {by: ["r", "f", "m"], parted: []},
  "rfm-fixed": {by: ["r", "f", "m"], parted: []},
  "rfm-airline": {by: ["r", "f", "m"], parted: []},
  "rfm-custom": {by: ["r", "f", "m"], parted: []},
  "movement-segments": {by: ["thresholds", "from_class", "to_class"], parted: ["thresholds"]},
  "movement-metal": {by: ["thresholds", "from_class", "to_class"], parted: ["thresholds"]},
  methods: {by: ["method", "in_top"], parted: ["method"], cut: true},
  "method-agreement": {by: ["one", "other"], parted: ["one", "other"], counted: "both_customers", cut: true},
} as const satisfies Partial<Record<TableName, DrillSpec>>;

export type DrillTable = keyof typeof drillSpecs;
export const drillTables = Object.keys(drillSpecs) as DrillTable[];

/** How marks name a table's cells, without the names of its own columns. */
export function drillSpec(table: DrillTable): DrillSpec {
  return drillSpecs[table];
}
