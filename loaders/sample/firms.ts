import {shuffled} from "./permutation.js";

export interface Firm {
  name: string;
  region: string;
  industry: string;
  language: "en" | "zh";
}

// Invented places and stems throughout: the parts are chosen so that no composed name is a real firm's.
const places: [region: string, names: string[]][] = [
  ["East China", ["澜浦", "云泊", "栖江", "临浔", "沐洲", "苇城", "汀浦", "霁安"]],
  ["South China", ["榕澳", "珠岚", "椰川", "南屿", "越岬"]],
  ["North China", ["燕朔", "冀澜", "晋泊", "朔屏"]],
  ["Central China", ["楚汀", "湘岚", "豫泊"]],
  ["Southwest China", ["蜀屿", "渝澜"]],
  ["Northeast China", ["辽屿", "松朔"]],
];
const zhFirst = [..."恒宏锦泰瑞盛昌隆鼎华嘉凯捷朗铭启润森腾旺祥欣耀毅永裕远卓正志中众安博诚达丰冠浩汇"];
const zhSecond = [..."驰川德帆峰光海和鸿基金力联霖龙鸣鹏奇强勤仁升拓通威维翔信旭岩阳业屹益源岳云展振科"];
const zhForms = ["有限公司", "科技有限公司", "制造有限公司", "股份有限公司"];

const enFirst =
  "Aldra Barrow Brackle Brindle Cairn Calver Corvel Dunmar Eastra Elder Ember Fallow Farrin Gallo Glaven Greymar Hadle Harrow Havel Hollin Ister Jarrow Kelder Kestre Lanner Larkin Loxa Marlow Merrin Morva Nether Norrin Oaken Orrin Pelder Penn Quarr Ravel Rowan Saltar Selwin Sorrel Tamar Thorn Umber Velder Wether Yarrow".split(
    " ",
  );
const enSecond =
  "combe croft dale den fell ford garth gate haven holt hurst kirk lund mark mere moor quist ridge rock shaw stead stoke strand tarn thorpe vale well wharf wick wold worth by".split(
    " ",
  );
const enForms: [region: string, names: string[]][] = [
  ["Europe", ["GmbH", "AG", "B.V.", "S.p.A.", "AB", "Oy", "A/S", "S.A.S.", "Ltd", "plc"]],
  ["North America", ["Inc.", "LLC", "Corp.", "Company", "Holdings, Inc.", "Group, LLC"]],
  ["Asia-Pacific", ["Sdn. Bhd.", "Pte. Ltd.", "Co., Ltd.", "K.K.", "G.K.", "Pty Ltd", "Pvt. Ltd.", "JSC"]],
];

const industries: [industry: string, en: string[], zh: string[]][] = [
  ["Construction machinery", ["Excavators", "Cranes", "Earthmoving", "Hydraulics"], ["工程机械", "液压"]],
  ["Automotive", ["Axles", "Drivetrain", "Brakes", "Chassis"], ["汽车部件", "传动"]],
  ["Machine tools", ["Machine Tools", "Spindles", "Milling", "Grinding"], ["机床", "数控"]],
  ["Energy", ["Turbines", "Windpower", "Pumps", "Compressors"], ["风电设备", "泵业"]],
  ["Mining", ["Mining Systems", "Conveyors", "Crushers", "Drilling"], ["矿山机械", "输送设备"]],
  [
    "Food and packaging",
    ["Packaging", "Bottling", "Food Machinery", "Dairy Systems"],
    ["包装机械", "食品机械"],
  ],
  ["Rail and marine", ["Rail Systems", "Marine", "Shipyards", "Rolling Stock"], ["轨道装备", "船舶配套"]],
  ["Automation", ["Robotics", "Automation", "Controls", "Motion"], ["机器人", "自动化"]],
];

interface Pool {
  first: string[];
  second: string[];
  trades: [industry: string, name: string][];
  /** Names the region too: a Chinese firm by its place, another by its legal form. */
  homes: [region: string, name: string][];
  forms: string[];
  compose: (stem: string, trade: string, home: string, form: string) => string;
}

const pairs = (groups: [string, string[]][]): [string, string][] =>
  groups.flatMap(([group, names]) => names.map((name): [string, string] => [group, name]));

const pools: Record<Firm["language"], Pool> = {
  zh: {
    first: zhFirst,
    second: zhSecond,
    trades: pairs(industries.map(([industry, , zh]) => [industry, zh])),
    homes: pairs(places),
    forms: zhForms,
    compose: (stem, trade, home, form) => home + stem + trade + form,
  },
  en: {
    first: enFirst,
    second: enSecond,
    trades: pairs(industries.map(([industry, en]) => [industry, en])),
    homes: pairs(enForms),
    forms: [""],
    compose: (stem, trade, home) => `${stem} ${trade} ${home}`,
  },
};

/**
 * The name, region and industry of customer `index` (from 1). Names are unique: each index is sent to its own
 * combination of parts, and past the last combination (1.2 million English, 2.5 million Chinese) a number is added.
 */
export function firm(seed: number, index: number, language: Firm["language"]): Firm {
  const pool = pools[language];
  const parts = [pool.first, pool.second, pool.trades, pool.homes, pool.forms];
  const size = parts.reduce((product, part) => product * part.length, 1);
  const round = Math.floor((index - 1) / size);
  let rest = shuffled((index - 1) % size, size, seed ^ (language === "zh" ? 0x7a68 : 0x656e));
  const take = <T>(part: readonly T[]): T => {
    const digit = rest % part.length;
    rest = (rest - digit) / part.length;
    return part[digit]!;
  };
  const stem = take(pool.first) + take(pool.second);
  const [industry, trade] = take(pool.trades);
  const [region, home] = take(pool.homes);
  const name = pool.compose(stem, trade, home, take(pool.forms));
  return {name: round === 0 ? name : `${name} (${round + 1})`, region, industry, language};
}
