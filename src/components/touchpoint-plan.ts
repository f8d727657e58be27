import type {TouchpointPlanRow} from "../cubes/coverage.js";
import type {SettingRow} from "../cubes.js";

type Words = string | {en: string; zh: string};
type Part = "name" | "behaviour" | "staff" | "facilities" | "tools" | "standards";

/** The touchpoints that the settings want, in their order: as the cube touchpoint-plan. */
export function touchpointPlan(settings: readonly SettingRow[]): TouchpointPlanRow[] {
  const written = settings.find((s) => s.key === "coverage.touchpoints")?.value ?? "";
  const points = JSON.parse(`[${written}]`) as (Partial<Record<Part, Words>> & {needs: string[]})[];
  return points.map((point, i) => {
    const both = <Name extends Part>(name: Name) => {
      const words = point[name];
      const of = (locale: "en" | "zh"): string | null =>
        words === undefined ? null : typeof words === "string" ? words : words[locale];
      return {[`${name}_en`]: of("en"), [`${name}_zh`]: of("zh")};
    };
    return {
      touchpoint: i + 1,
      information: point.needs.includes("information"),
      service: point.needs.includes("service"),
      ...both("name"),
      ...both("behaviour"),
      ...both("staff"),
      ...both("facilities"),
      ...both("tools"),
      ...both("standards"),
    } as unknown as TouchpointPlanRow;
  });
}
