import {describe, expect, it} from "vitest";
import {rowsOf} from "../../loaders/database.js";
import {acceptedCodes, codes} from "../../loaders/exports/codes.js";
import {literal} from "../../loaders/quote.js";
import {readingConnection} from "./reading.js";

const connection = await readingConnection();

describe("the lists of codes", () => {
  const codeOf = async (list: string, word: string): Promise<string[]> => {
    const sql = `SELECT code FROM code_names WHERE list = ${literal(list)} AND name = bare_word(${literal(word)})`;
    return (await rowsOf<{code: string}>(connection, sql)).map(({code}) => code);
  };

  it("give each word to one code only, else a row would be read twice", async () => {
    const sql = "SELECT list, name FROM code_names GROUP BY ALL HAVING count(*) > 1";
    expect(await rowsOf(connection, sql)).toEqual([]);
  });

  it("know every word as it may be written: in capitals, with spaces, underscores or hyphens", async () => {
    for (const [list, words] of Object.entries(codes)) {
      for (const [code, others] of Object.entries(words)) {
        for (const word of [code, ...others]) {
          const spaced = word.replaceAll("_", " ");
          const written = [word, spaced, spaced.toUpperCase(), spaced.replaceAll(" ", "-"), ` ${spaced}　`];
          for (const text of written)
            expect([list, text, await codeOf(list, text)]).toEqual([list, text, [code]]);
        }
      }
    }
  });

  it("keep the same word apart where two lists mean different things by it", async () => {
    expect(await codeOf("complaints.cause", "客户")).toEqual(["customer"]);
    expect(await codeOf("complaints.cause", "产品")).toEqual(["goods"]);
    expect(await codeOf("interactions.content", "产品")).toEqual(["product"]);
    expect(await codeOf("events.kind", "产品质量")).toEqual(["product_quality"]);
    expect(await codeOf("complaints.cause_detail", "产品质量")).toEqual(["quality"]);
    expect(await codeOf("surveys.method", "visit")).toEqual([]);
  });

  it("are told in a message as one would say them, and not where anything may stand", () => {
    expect(acceptedCodes("complaints", "cause")).toBe("goods, service or customer");
    expect(acceptedCodes("surveys", "coverage")).toBe("census or sample");
    expect(acceptedCodes("complaints", "severity")).toBeUndefined();
  });
});
