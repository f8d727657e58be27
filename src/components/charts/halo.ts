/** The look of words that lie over marks: a rim of the page's colour, wide enough to close the gaps between letters. */
export const halo = {
  stroke: "var(--ground)",
  "stroke-width": 5,
  "stroke-linejoin": "round",
  "paint-order": "stroke",
} as const;
