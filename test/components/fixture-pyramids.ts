import type {
  ChaseGroup,
  HsbcGroup,
  Metal,
  MovementRow,
  PyramidRow,
  ValueType,
} from "../../src/cubes/value.js";
import type {Cubes} from "../../src/cubes.js";
import {type Customer, noise, sum} from "./fixture-customers.js";
import {type Dated, type Hide, movementOf} from "./fixture-rfm.js";

export const metalsAt = (customers: readonly Customer[]): Map<string, Metal> => {
  const sorted = [...customers].sort((a, b) => b.profit - a.profit || (a.id < b.id ? -1 : 1));
  const positive = sum(sorted, (c) => Math.max(0, c.profit));
  let before = 0;
  return new Map(
    sorted.map((c) => {
      const share = before / positive;
      before += Math.max(0, c.profit);
      const metal: Metal =
        c.profit <= 0 || share >= 0.95 ? "lead" : share < 0.5 ? "diamond" : share < 0.8 ? "gold" : "brass";
      return [c.id, metal];
    }),
  );
};

const number = (c: Customer): number => Number(c.id.slice(1));
const loyal = (c: Customer): boolean => c.orders > 6;
const valuable = (c: Customer): boolean => c.revenue > 20_000_000;
const hsbcOf = (c: Customer): HsbcGroup => {
  if (noise(number(c), 50) < 0.03) return "E";
  if (c.orders === 0) return "F";
  if (valuable(c)) return loyal(c) ? "A" : "B";
  return loyal(c) ? "C" : "D";
};
const chaseOf = (c: Customer): ChaseGroup => {
  if (c.profit > 60_000_000) return "blue";
  if (c.profit > 15_000_000) return "green";
  if (c.profit <= 0) return "exit";
  if (noise(number(c), 51) < 0.3) return "transfer";
  return loyal(c) ? "red" : "other";
};
const typesOf = (c: Customer, i: number): ValueType[] => {
  const types: ValueType[] = [];
  if (i < 128) types.push("mvc");
  if (noise(number(c), 52) < 0.2) types.push("mgc");
  if (c.profit < 0) types.push("below_zero");
  if (c.days > 120 && c.revenue > 2_000_000) types.push("migrator");
  return types;
};

/** The pyramids' levels and members, and who moved in the migration pyramid. */
export function pyramidCubes(
  byDate: readonly Dated[],
  hide: Hide,
): Pick<Cubes, "pyramid" | "pyramid-members"> & {movement: MovementRow[]} {
  const {as_of, customers} = byDate.at(-1)!;
  const clv = (c: Customer): number => c.profit * 3 + Math.round(Math.max(0, c.profit) * 1.2);
  const level = (
    day: string,
    pyramid: PyramidRow["pyramid"],
    of: (c: Customer, i: number) => readonly string[],
    group: readonly Customer[],
  ): PyramidRow[] => {
    const levels = new Map<string, Customer[]>();
    group.forEach((c, i) => {
      for (const name of of(c, i)) levels.set(name, [...(levels.get(name) ?? []), c]);
    });
    return [...levels].map(([name, members]) =>
      hide({
        as_of: day,
        pyramid,
        level: name,
        customers: members.length,
        revenue: sum(members, (c) => c.revenue),
        profit: sum(members, (c) => c.profit),
        clv: sum(members, clv),
        suppressed: false,
      }),
    );
  };
  const metals = new Map(byDate.map((d) => [d.as_of, metalsAt(d.customers)]));
  const pyramids = [
    ...byDate.flatMap((d) => level(d.as_of, "metal", (c) => [metals.get(d.as_of)!.get(c.id)!], d.customers)),
    ...level(as_of, "hsbc", (c) => [hsbcOf(c)], customers),
    ...level(as_of, "chase", (c) => [chaseOf(c)], customers),
    ...level(as_of, "value_type", typesOf, customers),
  ];
  const prospects = {customers: 12, revenue: 0, profit: 0, clv: null, suppressed: false};
  return {
    pyramid: [...pyramids, {as_of, pyramid: "hsbc", level: "G", ...prospects}],
    "pyramid-members": pyramids
      .filter((p) => p.as_of === as_of)
      .flatMap(({pyramid, level: name}) =>
        customers
          .filter((c, i) =>
            pyramid === "metal"
              ? metals.get(as_of)!.get(c.id) === name
              : pyramid === "hsbc"
                ? hsbcOf(c) === name
                : pyramid === "chase"
                  ? chaseOf(c) === name
                  : typesOf(c, i).includes(name as ValueType),
          )
          .sort((a, b) => b.profit - a.profit || (a.id < b.id ? -1 : 1))
          .slice(0, 5)
          .map((c) => ({
            pyramid,
            level: name,
            customer_id: c.id,
            name: c.name,
            revenue: c.revenue,
            profit: c.profit,
            clv: clv(c),
            p_alive: Math.max(0.01, 1 - c.days / 420),
            loyalty: pyramid === "hsbc" && c.orders > 0 ? noise(number(c), 53) : null,
            value: pyramid === "hsbc" && c.orders > 0 ? noise(number(c), 54) : null,
          })),
      ),
    movement: movementOf("metal", byDate, (d) => metals.get(d.as_of)!, "profit").map(hide),
  };
}
