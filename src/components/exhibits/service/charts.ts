import type {Site} from "../../site.js";
import type {Exhibit} from "../exhibit.js";
import {complaintAftermath, complaintKept} from "./complaint-aftermath.js";
import {complaintFunnel} from "./complaint-funnel.js";
import {complaintQuarters, complaintTimes} from "./complaint-times.js";
import {serviceDepth, serviceLevels} from "./levels.js";
import {loyaltyExhibit} from "./loyalty.js";
import {surveyDifferences, surveyRepurchase} from "./satisfaction.js";
import {surveyLoop} from "./survey-loop.js";

/** The charts of the page on service, by name. */
export const serviceCharts: Readonly<Record<string, (site: Site) => Exhibit>> = {
  "complaint-funnel": complaintFunnel,
  "complaint-quarters": complaintQuarters,
  "complaint-times": complaintTimes,
  "complaint-kept": complaintKept,
  "complaint-aftermath": complaintAftermath,
  "service-levels": serviceLevels,
  "service-depth": serviceDepth,
  "survey-loop": surveyLoop,
  "survey-differences": surveyDifferences,
  "survey-repurchase": surveyRepurchase,
  loyalty: loyaltyExhibit,
};
