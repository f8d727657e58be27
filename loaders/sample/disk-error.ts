import {UserError} from "../errors.js";

const remedies: Record<string, string> = {
  ENOSPC: "the disk is full; free some space, ask for fewer --customers, or give --out another disk",
  EDQUOT: "the disk quota is used up; free some space or ask for fewer --customers",
  EACCES: "no permission to write there; give --out another folder",
  EPERM: "no permission to write there; give --out another folder",
  EROFS: "the disk is read-only; give --out another folder",
  ENOTDIR: "part of the path is a file, not a folder; give --out another folder",
  EEXIST: "is a file, not a folder; give --out another folder",
};

/** What a failed write to `folder` comes to for the user: a UserError if it can be mended, else the error itself. */
export function diskError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  // DuckDB tells a full disk in its message alone.
  const remedy =
    remedies[code] ?? (/No space left on device/.test(error.message) ? remedies.ENOSPC : undefined);
  return remedy === undefined ? error : new UserError(`${folder}: ${remedy}`, {cause: error});
}
