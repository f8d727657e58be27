import type {Locale} from "../../cubes.js";
import type {Brush} from "./brush.js";

const most = 6;

/** What is chosen in a chart, in words: "RFM 545, 555", "squares 5 × 4", "the largest 1–20% of customers". */
export function brushWords({on, cells}: Brush, locale: Locale): string {
  const zh = locale === "zh";
  if (on === "pareto") {
    const [from, to] = [cells[0]! - 1, cells.at(-1)!];
    if (from === 0) return zh ? `收入最高的${to}%客户` : `the top ${to}% of customers by revenue`;
    return zh ? `收入排名${from}%至${to}%的客户` : `customers ranked ${from}% to ${to}% by revenue`;
  }
  const square = (cell: number): string =>
    cell === 0 ? (zh ? "未评估" : "not assessed") : `${Math.floor(cell / 10)} × ${cell % 10}`;
  const names = cells.map((cell) => (on === "rfm" ? String(cell) : square(cell)));
  const listed = names.slice(0, most).join(zh ? "、" : ", ");
  const more = names.length > most ? (zh ? `等${names.length}格` : ` and ${names.length - most} more`) : "";
  return on === "rfm"
    ? `${zh ? "RFM单元" : "RFM cells"} ${listed}${more}`
    : `${zh ? "个人×公司关系" : "personal × company level"} ${listed}${more}`;
}
