import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, describe, expect, it} from "vitest";
import {withDrawnParts} from "../../loaders/site/drawn-parts.js";
import {setAside} from "../../src/components/set-aside.js";

const folder = mkdtempSync(join(tmpdir(), "guanxi-aside-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("the bulk of a page", () => {
  it("is back in its places whatever stands around and in it", () => {
    const piece = fc.constantFrom(
      "<p>$&</p>",
      "<svg id='a'><a>$1</a></svg>",
      "<table><tr></tr></table>",
      "<pre>\n$$</pre>",
      "text",
      "<figure>",
      "</figure>",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = pieces.join("");
        const left = setAside(html, folder);
        expect(left).not.toMatch(/<(svg|table|pre)/);
        expect(withDrawnParts(left, folder)).toBe(html);
      }),
    );
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it("stays where there is no folder for it, as in the preview", () => {
    expect(setAside("<svg></svg>", "")).toBe("<svg></svg>");
  });
});
