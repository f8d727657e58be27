export interface Product {
  id: string;
  category: string;
  /** Price before any discount, and cost to make, in cents apiece. */
  list: number;
  cost: number;
}

interface Family {
  category: string;
  code: string;
  /** List price in yuan of the smallest and the largest of its products. */
  prices: [number, number];
  /** What is left of the list price after the cost of making it. */
  margin: number;
}

const families: Family[] = [
  {category: "Bearings", code: "BRG", prices: [18, 950], margin: 0.34},
  {category: "Seals", code: "SEA", prices: [6, 180], margin: 0.43},
  {category: "Valves", code: "VAL", prices: [85, 2600], margin: 0.36},
  {category: "Hydraulic cylinders", code: "CYL", prices: [320, 9800], margin: 0.28},
  {category: "Couplings", code: "CPL", prices: [60, 1900], margin: 0.39},
  {category: "Gearboxes", code: "GBX", prices: [680, 24000], margin: 0.25},
  {category: "Linear guides", code: "LIN", prices: [150, 5200], margin: 0.33},
  {category: "Sensors", code: "SNS", prices: [45, 1400], margin: 0.41},
];

const productsInFamily = 8;

function product(family: Family, k: number): Product {
  const [smallest, largest] = family.prices;
  const price = smallest * (largest / smallest) ** (k / (productsInFamily - 1));
  const list = Math.round(price * 10) * 10;
  // Neighbouring sizes differ in margin by a few points, as they do where machines are shared.
  const margin = family.margin + (((k * 3) % productsInFamily) - 3.5) * 0.01;
  return {
    id: `${family.code}-${String(k + 1).padStart(2, "0")}`,
    category: family.category,
    list,
    cost: Math.round(list * (1 - margin)),
  };
}

/** What the company makes: one array per category, cheapest product first. */
export const catalogue: readonly (readonly Product[])[] = families.map((family) =>
  Array.from({length: productsInFamily}, (_, k) => product(family, k)),
);
