import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";

const folder = new URL("../../src/components/style/", import.meta.url);
const css = readFileSync(new URL("colours.css", folder), "utf8");
const dark = css.indexOf("prefers-color-scheme: dark");

/** The colours of a part of the style sheet, by name without the dashes. */
function colours(part: string): Map<string, string> {
  return new Map(
    [...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name, hex]) => [name!, hex!]),
  );
}

const light = colours(css.slice(0, dark));
const themes = {light, dark: new Map([...light, ...colours(css.slice(dark))])};

type Rgb = [number, number, number];

/** Linear red, green and blue of a colour, 0 to 1 (IEC 61966-2-1). */
function linear(hex: string): Rgb {
  return [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
}

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG's contrast ratio. */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** As seen without the medium or the long cones: Machado, Oliveira and Fernandes 2009, full severity. */
const blindness: Record<string, readonly (readonly number[])[]> = {
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};

/** OKLab of linear colour (Ottosson 2020), for distances that look alike where they are alike. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function seen(hex: string, matrix: readonly (readonly number[])[]): Rgb {
  const rgb = linear(hex);
  return matrix.map((row) => Math.max(0, row[0]! * rgb[0] + row[1]! * rgb[1] + row[2]! * rgb[2])) as Rgb;
}

const distance = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const texts = ["text", "quiet", "link", "down-text"];
const marks = [
  "class-a",
  "class-b",
  "class-c",
  "class-d",
  "up",
  "same",
  "down",
  "revenue",
  "profit",
  "metal-diamond",
  "metal-gold",
  "metal-brass",
  "metal-lead",
  "chase-blue",
  "chase-green",
  "chase-red",
];
const families = [
  ["class-a", "class-b", "class-c", "class-d"],
  ["stage-1", "stage-2", "stage-3", "stage-4", "stage-5"],
  ["up", "same", "down"],
  ["revenue", "profit"],
  ["metal-diamond", "metal-gold", "metal-brass", "metal-lead"],
];

describe("the palette", () => {
  for (const [theme, of] of Object.entries(themes)) {
    it(`has text of at least 4.5 to 1 and marks of at least 3 to 1 on its ground, ${theme}`, () => {
      const ground = of.get("ground")!;
      const weak = [
        ...texts.filter((name) => contrast(of.get(name)!, ground) < 4.5),
        ...marks.filter((name) => contrast(of.get(name)!, ground) < 3),
      ];
      expect(weak).toEqual([]);
    });

    it(`has type of at least 4.5 to 1 on every step of heat, ${theme}`, () => {
      for (const step of [0, 1, 2, 3, 4, 5])
        expect([
          step,
          contrast(of.get(`heat-${step}`)!, of.get(step >= 4 ? "heat-ink-high" : "heat-ink-low")!) >= 4.5,
        ]).toEqual([step, true]);
    });

    it(`tells the members of a family apart for the colour-blind, ${theme}`, () => {
      const alike = Object.entries(blindness).flatMap(([kind, matrix]) =>
        families.flatMap((family) =>
          family.flatMap((a, i) =>
            family
              .slice(i + 1)
              .filter(
                (b) => distance(oklab(seen(of.get(a)!, matrix)), oklab(seen(of.get(b)!, matrix))) < 0.05,
              )
              .map((b) => `${kind}: ${a} and ${b}`),
          ),
        ),
      );
      expect(alike).toEqual([]);
    });
  }

  it("is the only place where a style sheet has a colour of its own", () => {
    for (const name of readdirSync(folder).filter((file) => file !== "colours.css" && file !== "print.css"))
      expect([
        name,
        readFileSync(new URL(name, folder), "utf8").match(/#[0-9a-f]{3,8}\b(?![^{]*\{)/gi),
      ]).toEqual([name, null]);
  });
});
