import {complaintAftermath, complaintKept} from "../../exhibits/service/complaint-aftermath.js";
import {complaintFunnel} from "../../exhibits/service/complaint-funnel.js";
import {complaintQuarters, complaintTimes} from "../../exhibits/service/complaint-times.js";
import {serviceDepth, serviceLevels} from "../../exhibits/service/levels.js";
import {loyaltyExhibit} from "../../exhibits/service/loyalty.js";
import {surveyDifferences, surveyRepurchase} from "../../exhibits/service/satisfaction.js";
import {surveyLoop} from "../../exhibits/service/survey-loop.js";
import type {Site} from "../../site.js";
import type {LiveFigure} from "./live-figure.js";

/** The figures of complaints, service levels and surveys that answer to filters, by id. */
export function serviceFigures({cubes: {report}}: Site): Record<string, LiveFigure> {
  return {
    "complaint-funnel": {tables: ["complaint-outcomes", "complaint-summary"], exhibit: complaintFunnel},
    "complaint-quarters": {tables: ["complaint-quarters"], exhibit: complaintQuarters},
    "complaint-times": {
      tables: [
        "complaint-times",
        ...(report.audience === "executives" ? [] : (["complaint-hours"] as const)),
      ],
      exhibit: complaintTimes,
    },
    "complaint-kept": {tables: ["complaint-kept"], exhibit: complaintKept},
    "complaint-aftermath": {tables: ["complaint-aftermath"], exhibit: complaintAftermath},
    "service-levels": {tables: ["service-levels", "service-classes"], exhibit: serviceLevels},
    "service-depth": {tables: ["service-depth", "service-classes"], exhibit: serviceDepth},
    "survey-loop": {tables: ["survey-loop"], exhibit: surveyLoop},
    "survey-differences": {tables: ["survey-differences"], exhibit: surveyDifferences},
    "survey-repurchase": {tables: ["survey-repurchase"], exhibit: surveyRepurchase},
    loyalty: {tables: ["loyalty"], exhibit: loyaltyExhibit},
  };
}
