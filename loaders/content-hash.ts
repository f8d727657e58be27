import {createHash} from "node:crypto";
import {
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {join, relative} from "node:path";
import {home, root} from "./places.js";

interface Known {
  stamp: string;
  hash: string;
}

/**
 * SHA-256 of a file's bytes. A file whose size, inode and times (of change, too, which no tool can set back) are those
 * of the last time is not read again; one changed within two seconds of being hashed always is.
 */
export async function hashFile(file: string): Promise<string> {
  const before = stampOf(file);
  const memory = join(home(), "hashes");
  const note = join(memory, sha256(file).slice(0, 32));
  const known = readKnown(note);
  if (known?.stamp === before.stamp) return known.hash;
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, {highWaterMark: 1 << 22})) hash.update(chunk as Buffer);
  const digest = hash.digest("hex");
  if (stampOf(file).stamp === before.stamp && Date.now() - before.changed > 2000) {
    mkdirSync(memory, {recursive: true});
    writeFileSync(`${note}.${process.pid}.tmp`, JSON.stringify({stamp: before.stamp, hash: digest}));
    renameSync(`${note}.${process.pid}.tmp`, note);
  }
  return digest;
}

/** SHA-256 over names and bytes of all files below folders of the project, and of single files: what the code is. */
export function hashCode(...parts: string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    for (const file of filesBelow(join(root, part)).sort()) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

/** SHA-256 of a value's JSON. */
export function sha256(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, {withFileTypes: true})
    .filter((entry) => !entry.name.startsWith("."))
    .flatMap((entry) => filesBelow(join(path, entry.name)));
}

function stampOf(file: string): {stamp: string; changed: number} {
  const {size, ino, mtimeNs, ctimeNs, ctimeMs} = statSync(file, {bigint: true});
  return {stamp: [size, ino, mtimeNs, ctimeNs].join(":"), changed: Number(ctimeMs)};
}

function readKnown(note: string): Known | undefined {
  try {
    return JSON.parse(readFileSync(note, "utf8")) as Known;
  } catch {
    return undefined;
  }
}
