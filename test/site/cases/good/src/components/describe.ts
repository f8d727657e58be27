/** A sentence about rows. */
export function describe(rows: {customers: number}[]): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.id = "described";
  paragraph.textContent = `${rows.length} classes, ${rows[0]?.customers} customers in the first`;
  return paragraph;
}
