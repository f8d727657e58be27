import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../../loaders/errors.js";
import type {PublishedCubes} from "../../loaders/site/build.js";
import type {AllowedColumns} from "../../loaders/site/scan.js";
import type {Audience} from "../../src/cubes.js";

/** A stand-in for the loaders: `data/cubes.json` holds the cubes by name, and each goes into a file of its own. */
export async function publish({
  data,
  audience = "executives",
}: {
  data: string;
  audience?: Audience;
}): Promise<PublishedCubes> {
  const text = readFileSync(join(data, "cubes.json"), "utf8");
  const key = createHash("sha256").update(text).update(audience).digest("hex");
  const directory = join(data, "..", "published", key);
  await mkdir(directory, {recursive: true});
  let cubes: Record<string, unknown>;
  try {
    cubes = JSON.parse(text);
  } catch {
    throw new UserError("cubes.json: is no JSON");
  }
  for (const [name, cube] of Object.entries(cubes))
    await writeFile(join(directory, `${name}.json`), JSON.stringify(cube));
  return {directory, key, audience};
}

export const cubes = {
  report: {
    title: {en: "Customer relationships", zh: "客户关系报告"},
    as_of: "2025-12-31",
    dates: ["2025-09-30", "2025-12-31"],
  },
  abc: [
    {class: "A", customers: 12, revenue: 340_000, suppressed: false},
    {class: "B", customers: null, revenue: -100, suppressed: true},
  ],
};

const executives = {
  report: {"title.en": "text", "title.zh": "text", as_of: "day", "dates[]": "day"},
  abc: {class: ["A", "B", "C", "D", "none"], customers: "count", revenue: "money", suppressed: "flag"},
} as const;
export const columns: AllowedColumns = {
  executives,
  "account-team": {...executives, "rfm-members": {customer_id: "id"}},
  analysts: executives,
};
