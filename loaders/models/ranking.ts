/** One in so many customers makes up a method's top: 20%, rounded up. */
const oneIn = 5;

/** How many customers the top 20% of n are: ⌈n / 5⌉. */
export function topCount(customers: number): number {
  return Math.ceil(customers / oneIn);
}

/**
 * Which rows are the `count` of the largest scores (1, else 0). Rows of equal score at the edge are taken in the order in
 * which they stand.
 */
export function topMembers(scores: Float64Array, count: number): Uint8Array {
  const members = new Uint8Array(scores.length);
  if (count <= 0) return members;
  const edge = scores.slice().sort()[scores.length - count]!;
  let left = count;
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! > edge) {
      members[i] = 1;
      left--;
    }
  }
  for (let i = 0; i < scores.length && left > 0; i++) {
    if (scores[i] === edge) {
      members[i] = 1;
      left--;
    }
  }
  return members;
}

/** Ranks from 1, the smallest value first; equal values share the mean of theirs. */
export function averageRanks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  return values.map((value) => {
    const below = firstAbove(sorted, value, false);
    const upTo = sorted[below + 1] === value ? firstAbove(sorted, value, true) : below + 1;
    return (below + upTo + 1) / 2;
  });
}

/** Spearman's rank correlation: Pearson's, of the ranks. Null where one of the two columns does not vary. */
export function rankCorrelation(oneRanks: Float64Array, otherRanks: Float64Array): number | null {
  const middle = (oneRanks.length + 1) / 2;
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < oneRanks.length; i++) {
    const x = oneRanks[i]! - middle;
    const y = otherRanks[i]! - middle;
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}

/** Jaccard's index of two sets of rows: in both, over in either. Two empty sets are the same. */
export function jaccard(one: Uint8Array, other: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < one.length; i++) {
    both += one[i]! & other[i]!;
    either += one[i]! | other[i]!;
  }
  return either > 0 ? both / either : 1;
}

/** How many of the ascending values lie below `value`, or at most at it. */
function firstAbove(sorted: Float64Array, value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
