import {complaintKept} from "./complaint-kept.js";
import {sellerLeft} from "./seller-left.js";
import {slidingBack} from "./sliding-back.js";
import {smallGrew} from "./small-grew.js";
import type {Story} from "./story.js";

/** The scripted accounts, by index. */
export const stories: readonly Story[] = [slidingBack, complaintKept, sellerLeft, smallGrew];

/** The story of customer `index`, null for all the others. */
export function storyOf(index: number): Story | null {
  return stories.find((story) => story.index === index) ?? null;
}
