/** A query as an address may have it: what marks and parts of charts are written with needs no numbers. */
export function readable(query: URLSearchParams): string {
  return query.toString().replace(/%(3A|2C|2F|40)/g, (code) => decodeURIComponent(code));
}
