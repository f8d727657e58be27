import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {tableFromArrays, tableToIPC} from "@uwdata/flechette";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {scan} from "../../loaders/site/scan.js";

const columns = {customer_id: "id", revenue: "money"} as const;
const arrowColumns = {"customer_id[]": "id", "revenue[]": "money"} as const;
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "guanxi-files-"));
});
afterEach(() => rmSync(directory, {recursive: true, force: true}));

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(directory, path)), {recursive: true});
  writeFileSync(join(directory, path), content);
}

async function problems(audience: "executives" | "analysts", identifiers: string[] = []): Promise<string[]> {
  const found = await scan({
    directory,
    audience,
    columns: {executives: {}, "account-team": {}, analysts: {}},
    fileSets: {people: {columns: {analysts: columns}}, table: {columns: {analysts: arrowColumns}}},
    identifiers,
  });
  return found.map(({where, problem}) => `${where}: ${problem}`);
}

const arrow = (data: Record<string, (string | number)[]>): Uint8Array =>
  tableToIPC(tableFromArrays(data), {format: "file"})!;

describe("the scan of files beside the cubes", () => {
  it("lets through what is on the set's list, as JSON and as Arrow", async () => {
    put("files/people/a/1.json", JSON.stringify([{customer_id: "C1", revenue: 12}]));
    put("files/table/scores.arrow", arrow({customer_id: ["C1"], revenue: [12]}));
    expect(await problems("analysts")).toEqual([]);
  });

  it("finds a column that is not on the list, in both formats", async () => {
    put("files/people/1.json", JSON.stringify([{customer_id: "C1", phone: "139"}]));
    put("files/table/scores.arrow", arrow({phone: ["139"]}));
    expect(await problems("analysts")).toEqual([
      'files/people/1.json: column "phone" ("139") is not on this audience\'s list (audience analysts)',
      'files/table/scores.arrow: column "phone[]" ("139") is not on this audience\'s list (audience analysts)',
    ]);
  });

  it("finds a value of another kind than the list says", async () => {
    put("files/table/scores.arrow", arrow({revenue: [0.5]}));
    expect(await problems("analysts")).toEqual([
      'files/table/scores.arrow: column "revenue[]" holds 0.5, which is no money (audience analysts)',
    ]);
  });

  it("finds a set that the audience may not have, one that nobody knows, and a customer's id", async () => {
    put("files/people/1.json", JSON.stringify([{customer_id: "C000123", revenue: 1}]));
    put("files/unknown/1.json", "[]");
    expect(await problems("executives", ["C000123"])).toEqual([
      "files/people/1.json: is in no set of files of this audience (audience executives)",
      'files/people/1.json: names the customer "C000123" (audience executives)',
      "files/unknown/1.json: is in no set of files of this audience (audience executives)",
    ]);
  });
});
