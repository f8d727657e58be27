/** A prime whose products are exact in a double. */
const prime = 67_108_859;

/** Two remainders as one number. */
const shift = 2 ** 26;

/** Pairs that are tried with other pairs; of more gaps than make these hardly any can be worked out. */
const mostPairs = 200_000;

/**
 * The smallest groups whose sum follows from sums that are told, of fewer than `smallest` people and none of them in
 * another: `told` are groups of people, or of cells of `sizeOf` people each, by number. Whatever can be added and taken away
 * is; those that are told apart by no sum go together, and up to four of such are tried.
 */
export function determined(
  told: readonly (readonly number[])[],
  smallest: number,
  sizeOf: (one: number) => number = () => 1,
): number[][] {
  const sizeOfAll = (members: readonly number[]): number =>
    members.reduce((sum, one) => sum + sizeOf(one), 0);
  const groups = toldApart(told);
  const marks = marksOf(told, groups);
  const small = groups
    .map((group, at) => ({members: group, last: at, size: sizeOfAll(group), mark: marks[at]!}))
    .filter(({size}) => size < smallest);
  const found: number[][] = [];
  const seek = (sums: readonly Sum[], others: ReadonlyMap<number, Sum[]>): void => {
    for (const one of sums)
      for (const other of others.get(opposite(one.mark)) ?? []) {
        const size = one.size + other.size;
        if (one.last >= other.first! || size === 0 || size >= smallest) continue;
        const members = [...one.members, ...other.members];
        if (!found.some((known) => known.every((person) => members.includes(person)))) found.push(members);
      }
  };
  for (const {members, size, mark} of small) if (mark === 0 && size > 0) found.push(members);
  const ones = small.map((one): Sum => ({...one, first: one.last}));
  const byMark = groupBy(ones);
  seek(ones, byMark);
  const pairs: Sum[] = [];
  for (const one of ones)
    for (const other of ones) {
      if (pairs.length >= mostPairs) break;
      if (one.last >= other.last || one.size + other.size >= smallest) continue;
      pairs.push({
        members: [...one.members, ...other.members],
        first: one.first,
        last: other.last,
        size: one.size + other.size,
        mark: added(one.mark, other.mark),
      });
    }
  seek(pairs, byMark);
  // Of four the pairs may lie between each other, so that one of the ways to pair them is in order.
  seek(pairs, groupBy(pairs));
  return found;
}

/** Some of the groups together, from the first to the last of them; `mark` is 0 where their sum follows. */
interface Sum {
  members: number[];
  first: number;
  last: number;
  size: number;
  mark: number;
}

function groupBy(sums: readonly Sum[]): Map<number, Sum[]> {
  const found = new Map<number, Sum[]>();
  for (const sum of sums) {
    const same = found.get(sum.mark);
    if (same) same.push(sum);
    else found.set(sum.mark, [sum]);
  }
  return found;
}

function added(one: number, other: number): number {
  const high = (Math.floor(one / shift) + Math.floor(other / shift)) % prime;
  return high * shift + (((one % shift) + (other % shift)) % prime);
}

function opposite(mark: number): number {
  const high = (prime - Math.floor(mark / shift)) % prime;
  return high * shift + ((prime - (mark % shift)) % prime);
}

/** A number for each group that adds up to zero over groups whose sum follows, and hardly ever over others. */
function marksOf(told: readonly (readonly number[])[], groups: readonly (readonly number[])[]): number[] {
  const free = freedoms(told, groups);
  let state = 0;
  // Weights must not depend on each other: mulberry32.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % prime;
  };
  const weights = (free[0] ?? []).map(() => [next(), next()] as const);
  return free.map((own) => {
    let [high, low] = [0, 0];
    for (const [i, value] of own.entries()) {
      if (value === 0) continue;
      high = (high + value * weights[i]![0]) % prime;
      low = (low + value * weights[i]![1]) % prime;
    }
    return high * shift + low;
  });
}

/** People who are in the same of the groups that are told, together. */
function toldApart(told: readonly (readonly number[])[]): number[][] {
  const names = new Map<number, string>();
  for (const [i, set] of told.entries())
    for (const one of set) names.set(one, `${names.get(one) ?? ""} ${i}`);
  const groups = new Map<string, number[]>();
  for (const [one, name] of names) groups.set(name, [...(groups.get(name) ?? []), one]);
  return [...groups.values()].map((group) => group.sort((a, b) => a - b));
}

/**
 * For each group how it may change while nothing that is told does, one number for each way: a sum of groups is
 * determined where these add up to zero in each.
 */
function freedoms(told: readonly (readonly number[])[], groups: readonly (readonly number[])[]): number[][] {
  const placeOf = new Map(groups.flatMap((group, at) => group.map((one) => [one, at] as const)));
  const pivots: {at: number; row: Float64Array}[] = [];
  for (const set of told) {
    const row = new Float64Array(groups.length);
    for (const one of set) row[placeOf.get(one)!] = 1;
    for (const pivot of pivots) take(row, pivot.row, row[pivot.at]!);
    const at = row.findIndex((value) => value !== 0);
    if (at < 0) continue;
    const factor = inverse(row[at]!);
    for (let i = 0; i < row.length; i++) row[i] = (row[i]! * factor) % prime;
    for (const pivot of pivots) take(pivot.row, row, pivot.row[at]!);
    pivots.push({at, row});
  }
  const pivotAt = new Map(pivots.map((pivot) => [pivot.at, pivot.row]));
  const open = groups.map((_, at) => at).filter((at) => !pivotAt.has(at));
  return groups.map((_, at) => {
    const row = pivotAt.get(at);
    return open.map((other) => (row ? (prime - row[other]!) % prime : other === at ? 1 : 0));
  });
}

function take(from: Float64Array, row: Float64Array, times: number): void {
  if (times === 0) return;
  for (let i = 0; i < from.length; i++) from[i] = (from[i]! + (prime - times) * row[i]!) % prime;
}

function inverse(value: number): number {
  let [result, base, power] = [1, value, prime - 2];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
