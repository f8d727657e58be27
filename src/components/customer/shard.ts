const encoder = new TextEncoder();

/** FNV-1a of 32 bits over a text's UTF-8 bytes, a whole number from 0 to 2^32 - 1 (Fowler, Noll and Vo; RFC 9923). */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/**
 * The number of the file that holds a customer: FNV-1a of its id, modulo the number of files, which the set's index says.
 * The build that writes the files and the page that reads them both ask this function.
 */
export function shardOf(customer_id: string, shards: number): number {
  return fnv1a(customer_id) % shards;
}
