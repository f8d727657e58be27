import {scramble} from "./random.js";

/**
 * Where `index` (0 … size − 1) goes in a shuffle of 0 … size − 1 that is never written down: a four-round Feistel
 * network over the next even power of two, walked until it lands inside `size` (Black and Rogaway, "Ciphers with
 * arbitrary finite domains", 2002). Every index goes to another place, which is what makes composed names unique.
 * `size` must be at most 2^30.
 */
export function shuffled(index: number, size: number, key: number): number {
  let half = 1;
  while (2 ** (2 * half) < size) half++;
  const mask = 2 ** half - 1;
  let place = index;
  do {
    let left = place >>> half;
    let right = place & mask;
    for (let round = 1; round <= 4; round++) {
      const next = left ^ (scramble(right ^ scramble(key + Math.imul(round, 0x9e3779b9))) & mask);
      left = right;
      right = next;
    }
    place = (left << half) | right;
  } while (place >= size);
  return place;
}
