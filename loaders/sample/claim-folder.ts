import {mkdir, readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {parse, TomlError} from "smol-toml";
import {exportNames} from "../../src/cubes.js";
import {UserError} from "../errors.js";

const exportName = new RegExp(`^(${exportNames.join("|")})(\\.csv|\\.parquet)?$`);

/**
 * Makes sure that `folder` exists and that writing a sample into it destroys nobody's exports: it may be new, hold
 * none, or hold an earlier sample (its `report.toml` says `sample = true`). A UserError otherwise.
 */
export async function claimFolder(folder: string): Promise<void> {
  await mkdir(folder, {recursive: true});
  const names = await readdir(folder);
  if (names.includes("report.toml")) {
    if (await isSample(join(folder, "report.toml"))) return;
    throw new UserError(`${folder}: its report.toml is not a sample's; give --out another folder`);
  }
  const taken = names.find((name) => exportName.test(name));
  if (taken !== undefined) {
    throw new UserError(`${folder}: holds ${taken}, which a sample would replace; give --out another folder`);
  }
}

async function isSample(file: string): Promise<boolean> {
  try {
    return parse(await readFile(file, "utf8")).sample === true;
  } catch (error) {
    // A report.toml that can't be read as TOML is somebody's work in progress, not ours to replace.
    if (error instanceof TomlError) return false;
    throw error;
  }
}
