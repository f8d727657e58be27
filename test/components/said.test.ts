import {describe, expect, it} from "vitest";
import {parseCellMark} from "../../src/components/drill/cell-mark.js";
import {whoWords} from "../../src/components/drill/drill-words.js";
import {countsHtml, membersHtml, saidHtml} from "../../src/components/drill/panel.js";
import {saidOf} from "../../src/components/drill/said.js";
import {fixtureCubes} from "./fixtures/cubes.js";

describe("what a figure says of a mark", () => {
  it("is one name, and each value under what is left of its own", () => {
    expect(saidOf(["Class A, Share of customers: 20.1%", "Class A, Share of profit: −13.5%"], "en")).toEqual({
      name: "Class A",
      values: [
        {of: "Share of customers", value: "20.1%"},
        {of: "Share of profit", value: "−13.5%"},
      ],
    });
    expect(saidOf(["A类，客户占比：20.1%", "A类，利润占比：−13.5%"], "zh").values.map(({of}) => of)).toEqual([
      "客户占比",
      "利润占比",
    ]);
  });

  it("may have its name last", () => {
    expect(saidOf(["customers, 31 December 2025: 17.1%", "revenue, 31 December 2025: 7.9%"], "en")).toEqual({
      name: "31 December 2025",
      values: [
        {of: "customers", value: "17.1%"},
        {of: "revenue", value: "7.9%"},
      ],
    });
  });

  it("is parted at the last colon, and of one mark has the whole name", () => {
    expect(saidOf(["A top: loyal and valuable, Share of customers: 10.5% · 63"], "en")).toEqual({
      name: "A top: loyal and valuable, Share of customers",
      values: [{of: "", value: "10.5% · 63"}],
    });
    expect(saidOf(["Mon 08:00: 7", "Mon 08:00: 7"], "en")).toEqual({
      name: "Mon 08:00",
      values: [{of: "", value: "7"}],
    });
  });

  it("is of one mark without what all marks of the drawing measure, which stands at the value", () => {
    const times = ["Up to 18 hours, Complaints: 31", "Up to 36 hours, Complaints: 7"];
    expect(saidOf([times[0]!], "en", times)).toEqual({
      name: "Up to 18 hours",
      values: [{of: "Complaints", value: "31"}],
    });
    const quarters = ["限期内，2024年第1季度：62.5%", "限期内，2024年第2季度：80.0%"];
    expect(saidOf([quarters[0]!], "zh", quarters)).toEqual({
      name: "2024年第1季度",
      values: [{of: "限期内", value: "62.5%"}],
    });
    const stages = ["Strategic, 31 December 2024: 34", "Stable, 30 June 2024: 51"];
    expect(saidOf([stages[0]!], "en", stages).name).toBe("Strategic, 31 December 2024");
    expect(saidOf([times[0]!], "en", [times[0]!]).name).toBe("Up to 18 hours, Complaints");
  });

  it("has no name in common, or says nothing, where that is so", () => {
    expect(saidOf(["one: 1", "two: 2"], "en").name).toBe("");
    expect(saidOf([], "en")).toEqual({name: "", values: []});
  });
});

describe("the panel's numbers", () => {
  const all = {locale: "en", who: "Customers", people: true, chosen: false} as const;
  const said = saidOf(["Class A, Face to face: 12 contacts"], "en");
  const text = (customers: number | null | undefined, audience: "executives" | "analysts"): string =>
    saidHtml(said, customers, fixtureCubes(audience).report, all).text;

  it("count customers where they are told, say where they are hidden, and leave out what isn't published", () => {
    expect(text(7, "executives")).toMatch(/Customers<\/dt><dd>7</);
    expect(text(null, "executives")).toMatch(/Customers<\/dt><dd>.*uppressed/);
    for (const audience of ["executives", "analysts"] as const)
      expect(text(undefined, audience)).not.toContain("Customers");
    expect(text(0, "analysts")).toContain("Nobody");
  });

  it("tell a mark that is not drawn from one that nobody is in", () => {
    const {report} = fixtureCubes("analysts");
    expect(saidHtml(saidOf([], "en"), 5, report, all).text).toContain("The chart doesn’t show");
    expect(saidHtml(saidOf([], "en"), 5, report, {...all, chosen: true}).text).toContain("of what is chosen");
  });

  it.each([
    ["Strategic, 31 December 2024: 34", "<div><dt>Customers</dt><dd>34</dd></div>"],
    ["Champions, 31 December 2024: 34 (17.1%)", "<div><dt>Customers</dt><dd>34 (17.1%)</dd></div>"],
    [
      "Recency 1: 34 customers, 20.1%",
      "<div><dt>Customers</dt><dd>34</dd></div><div><dt>In the chart</dt><dd>20.1%</dd></div>",
    ],
    [
      "Strategic → none: 34 · ¥1,200.00",
      "<div><dt>Customers</dt><dd>34</dd></div><div><dt>In the chart</dt><dd>¥1,200.00</dd></div>",
    ],
    [
      "Up to 18 hours: 340",
      "<div><dt>In the chart</dt><dd>340</dd></div><div><dt>Customers</dt><dd>34</dd></div>",
    ],
  ])("are not told twice where the chart counts just these customers: %s", (words, pairs) => {
    const {report} = fixtureCubes("analysts");
    expect(saidHtml(saidOf([words], "en"), 34, report, all).text).toBe(`<dl>${pairs}</dl>`);
    // As many complaints as customers are two things.
    const things = saidHtml(saidOf([words], "en"), 34, report, {...all, people: false}).text;
    expect(things).toContain("<dt>In the chart</dt>");
  });
});

describe("the panel of a class", () => {
  const {report} = fixtureCubes("analysts");
  const words = (kind: "wallet" | "abc", locale: "en" | "zh"): string =>
    countsHtml(
      {kind, customers: 28, share_customers: 0.1, whole_customers: 280, suppressed: false},
      report,
      locale,
    ).text;

  it("counts prospects by name where its figure counts them", () => {
    expect(words("wallet", "en")).toContain("<dt>Accounts</dt><dd>28</dd>");
    expect(words("wallet", "zh")).toContain("<dt>客户数（含潜在客户）</dt><dd>28</dd>");
    expect(words("abc", "en")).toContain("<dt>Customers</dt><dd>28</dd>");
    for (const [text, en] of [
      ["wallet-over-time:development@2025-12-31", "Accounts"],
      ["grid:*/person", "Accounts"],
      ["pyramids:hsbc/G", "Accounts"],
      ["pyramids:hsbc/A", "Customers"],
      ["service-levels:5/0", "Customers"],
    ] as const)
      expect([text, whoWords(parseCellMark(text)!, "en")]).toEqual([text, en]);
  });

  it("takes accounts that a chart counts by that name for the number of them", () => {
    const all = {locale: "en", who: "Accounts", people: true, chosen: false} as const;
    const said = saidOf(["Prospects → Prospects: 21 accounts, Revenue ¥0.00 → ¥0.00"], "en");
    expect(saidHtml(said, 21, report, all).text).toContain("<dt>Accounts</dt><dd>21</dd>");
  });

  const prospect = {
    ...{customer_id: "p", name: null, revenue: 0, revenue_ever: 0, profit: 0, orders: 0},
    recency_days: null,
  };
  const caption = (
    member: Parameters<typeof membersHtml>[0][number],
    n: number,
    of: number,
    zh = false,
    accounts = true,
  ) =>
    /<caption>(.*?)<\/caption>/.exec(
      membersHtml(
        Array.from({length: n}, () => member),
        {customers: of, linked: false, by: "revenue", accounts},
        report,
        zh ? "zh" : "en",
      ).text,
    )![1];

  it("ranks nobody by revenue who has never bought", () => {
    expect(caption(prospect, 20, 28)).toBe("20 of 28, none of whom has bought");
    expect(caption(prospect, 20, 28, true)).toBe("28位中的20位，均从未购买");
    expect(caption(prospect, 3, 3)).toBe("All 3, none of whom has bought");
    expect(caption(prospect, 1, 1)).toBe("One, who has never bought");
    const lapsed = {...prospect, revenue_ever: 5, recency_days: 900};
    expect(caption(lapsed, 20, 28)).toBe(
      "None with revenue in the window: the 20 largest by revenue of all time",
    );
    const buyer = {...lapsed, revenue: 5};
    expect(caption(buyer, 3, 3)).toBe("All 3 accounts, largest revenue first");
    expect(caption(buyer, 3, 3, false, false)).toBe("All 3 customers, largest revenue first");
  });
});
