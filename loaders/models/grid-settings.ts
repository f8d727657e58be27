import type {GridStage} from "../../src/cubes.js";
import {UserError} from "../errors.js";
import {nearest} from "../nearest.js";
import {literal} from "../quote.js";
import type {Settings} from "../settings.js";

interface GridLevels {
  en: string[];
  zh: string[];
}

interface GridMinimum {
  stage: Exclude<GridStage, "pre" | "unassessed">;
  personal: number;
  company: number;
}

interface Grid {
  personal: GridLevels;
  company: GridLevels;
  /** Highest stage first. */
  minimums: GridMinimum[];
}

const company: GridLevels = {
  en: ["preference", "trust and commitment", "value-adding", "brand identification", "shared vision"],
  zh: ["喜好偏好", "信任承诺", "价值增值", "情感品牌认同", "远景战略一致"],
};

/** Personal levels of the two presets: A labels the two lowest itself, B puts the three sourced ones at 1, 3 and 5. */
const personal: Record<"A" | "B", GridLevels> = {
  A: {
    en: ["acquainted", "shared interests", "converging views", "aligned habits", "shared values"],
    zh: ["相识", "兴趣相投", "观念趋同", "习惯一致", "价值观一致"],
  },
  B: {
    en: [
      "converging views",
      "beyond converging views",
      "aligned habits",
      "beyond aligned habits",
      "shared values",
    ],
    zh: ["观念趋同", "高于观念趋同", "习惯一致", "高于习惯一致", "价值观一致"],
  },
};

/** Least personal and company level of each stage, by the names of the sourced levels, highest stage first. */
const sourced: {stage: GridMinimum["stage"]; personal: string; company: string}[] = [
  {stage: "partner", personal: "shared values", company: "shared vision"},
  {stage: "advanced", personal: "aligned habits", company: "brand identification"},
  {stage: "middle", personal: "aligned habits", company: "value-adding"},
  {stage: "initial", personal: "converging views", company: "trust and commitment"},
  {stage: "nurturing", personal: "converging views", company: "preference"},
];

/**
 * The levels and stage minimums in force. Renamed levels keep their place on the axis; minimums of the settings, by
 * level name or number, replace the sourced ones.
 *
 * @throws UserError naming the key, for a level name that isn't on its axis
 */
export function gridOf({grid}: Settings): Grid {
  const preset = personal[grid.preset];
  const levels = {personal: grid.personal_levels ?? preset, company: grid.company_levels ?? company};
  const minimums = sourced.map(({stage, ...least}) => {
    const own = grid.minimums?.[stage];
    const place = `report.toml: grid.minimums.${stage}`;
    return {
      stage,
      personal: own
        ? levelOf(own.personal, levels.personal, `${place}.personal`)
        : preset.en.indexOf(least.personal) + 1,
      company: own
        ? levelOf(own.company, levels.company, `${place}.company`)
        : company.en.indexOf(least.company) + 1,
    };
  });
  return {...levels, minimums};
}

function levelOf(level: number | string, {en, zh}: GridLevels, place: string): number {
  if (typeof level === "number") return level;
  const find = (names: string[]): number =>
    names.findIndex((name) => name.toLowerCase() === level.trim().toLowerCase());
  const index = Math.max(find(en), find(zh));
  if (index >= 0) return index + 1;
  const near = nearest(level, [...en, ...zh]);
  throw new UserError(
    `${place} = ${JSON.stringify(level)}: no such level; ${near.length ? `did you mean ${near.join(" or ")}?` : `there are ${en.join(", ")}`}`,
  );
}

/** Every way to write a level in an export, in lower case: its number, its name in force, the preset's name, in both languages. */
export function levelNames(
  settings: Settings,
): {axis: "personal" | "company"; name: string; level: number}[] {
  const grid = gridOf(settings);
  const found = new Map<string, {axis: "personal" | "company"; name: string; level: number}>();
  for (const axis of ["personal", "company"] as const) {
    const standard = axis === "personal" ? personal[settings.grid.preset] : company;
    for (const names of [
      grid[axis].en,
      grid[axis].zh,
      standard.en,
      standard.zh,
      ["1", "2", "3", "4", "5"],
      ["1.0", "2.0", "3.0", "4.0", "5.0"],
    ]) {
      names.forEach((name, i) => {
        const key = `${axis}:${name.toLowerCase()}`;
        if (!found.has(key)) found.set(key, {axis, name: name.toLowerCase(), level: i + 1});
      });
    }
  }
  return [...found.values()];
}

/** What the grid's and the contacts' SQL reads beside the minimums: a weight for each role of a contact (in lower case), and days. */
export function relationshipVariables({grid, wallet}: Settings): Record<string, string> {
  const weights = Object.entries(grid.role_weights ?? {});
  const roles = weights.map(([role]) => literal(role.trim().toLowerCase()));
  return {
    role_weights: `MAP([${roles.join(", ")}]::VARCHAR[], [${weights.map(([, w]) => w).join(", ")}]::DECIMAL(18, 6)[])`,
    contact_days: String(wallet.contact_days),
    senior_visit_days: String(wallet.senior_visit_days),
  };
}
