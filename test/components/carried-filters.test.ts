import {JSDOM} from "jsdom";
import {afterEach, describe, expect, it, vi} from "vitest";
import {carryFilters} from "../../src/components/browser/carried-filters.js";

const masthead = `<div class="masthead"><p class="brand"><a href="./index.html">R</a></p>
<a class="language" href="./zh/service.html">中文</a><nav><a href="./pareto.html?x=1#a">Pareto</a></nav></div>`;
const figures = '<dl class="figures"></dl>';

function open(address: string, content: string, language = "en"): Document {
  const {window} = new JSDOM(
    `<html lang="${language}"><body>${masthead}<div id="content">${content}</div></body></html>`,
    {url: `https://report.test/${address}`},
  );
  vi.stubGlobal("document", window.document);
  vi.stubGlobal("location", window.location);
  carryFilters();
  return window.document;
}

afterEach(() => vi.unstubAllGlobals());

const line = (document: Document): string | undefined =>
  document.querySelector(".filters-apart")?.textContent ?? undefined;
const hrefs = (document: Document): string[] =>
  [...document.querySelectorAll<HTMLAnchorElement>(".masthead a")].map(({href}) => href);

describe("a page without a filter bar", () => {
  it("says that it shows everyone where its address carries filters, in its language", () => {
    expect(line(open("service.html?region=East+China", figures))).toBe(
      "This page shows all customers at the newest date: filters in the address don’t apply here.",
    );
    expect(line(open("zh/service.html?brush=m.1", figures, "zh-CN"))).toContain("本页为全部客户");
  });
  it("hands the filters on to the pages that it links to, and keeps their own address", () => {
    const {length} = "https://report.test/";
    expect(
      hrefs(open("service.html?region=East+China&id=C1", figures)).map((href) => href.slice(length)),
    ).toEqual([
      "index.html?region=East+China",
      "zh/service.html?region=East+China",
      "pareto.html?x=1&region=East+China#a",
    ]);
  });
  it("says nothing without filters, and where nothing could be filtered", () => {
    expect(line(open("service.html", figures))).toBeUndefined();
    expect(line(open("service.html?region=&id=C1", figures))).toBeUndefined();
    const plain = open("glossary.html?region=North", "<p>Terms</p>");
    expect(line(plain)).toBeUndefined();
    expect(hrefs(plain)[0]).toContain("region=North");
  });
  it("says so in words of its own where it has them, and where it tells how figures are counted", () => {
    const apart = '<div class="customer" data-apart="One customer at a time."></div>';
    expect(line(open("customer.html?id=C1&region=North", apart))).toBe("One customer at a time.");
    const cubes = open("computed.html?region=North", '<details class="computation"></details>');
    expect(line(cubes)).toContain("all customers");
  });
  it("leaves what its own chooser knows alone", () => {
    const chooser = '<form class="own-filter"><select name="class"></select></form>';
    expect(line(open("trend.html?class=up", `${chooser}${figures}`))).toBeUndefined();
    expect(line(open("trend.html?class=up&region=North", `${chooser}${figures}`))).toBeDefined();
  });
  it("is another where there is a filter bar", () => {
    const bar = '<form class="filters"></form>';
    const document = open("rfm.html?region=North", `${bar}${figures}`);
    expect(line(document)).toBeUndefined();
    expect(hrefs(document)[0]).toBe("https://report.test/index.html");
  });
});

/** The address of a link of the page after it was touched. */
function touched(document: Document, type = "pointerdown"): string {
  const link = document.querySelector<HTMLAnchorElement>("#content a")!;
  const {MouseEvent} = document.defaultView!;
  link.firstChild!.dispatchEvent(new MouseEvent(type, {bubbles: true}));
  return link.getAttribute("href")!.replace("https://report.test", "");
}

describe("a link in a page", () => {
  const bar = '<form class="filters"></form>';
  const link = (href: string): string => `<a href="${href}"><b>there</b></a>`;

  it("takes the filters along as they are when it is touched, with a bar and without", () => {
    const there = link("./customer.html?id=C1#top");
    for (const frame of [bar, figures]) {
      const document = open("rfm.html?region=East+China&x=1&brush=rfm:555", `${frame}${there}`);
      expect(touched(document)).toBe("/customer.html?id=C1&region=East+China&brush=rfm%3A555#top");
    }
    const document = open("rfm.html?region=North", bar + there);
    expect(touched(document, "focusin")).toBe("/customer.html?id=C1&region=North#top");
    document.defaultView!.history.pushState(null, "", "?class=A");
    expect(touched(document)).toBe("/customer.html?id=C1&class=A#top");
    document.defaultView!.history.pushState(null, "", "?");
    expect(touched(document)).toBe("/customer.html?id=C1#top");
  });

  it("stays as it is on the same page, to another site, to a file, and where it names filters itself", () => {
    for (const href of [
      "#cells",
      "https://else.test/",
      "./data.csv",
      "./rfm.html?class=A",
      "mailto:a@b.test",
    ])
      expect(touched(open("rfm.html?region=North", bar + link(href)))).toBe(href);
  });
});
