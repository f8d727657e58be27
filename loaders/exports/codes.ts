import type {DuckDBConnection} from "@duckdb/node-api";
import {literal} from "../quote.js";
import type {ExportKey} from "../settings.js";

/** A code as it stands in the warehouse, and the other words for it that a file may hold. */
type Words = Record<string, readonly string[]>;

/**
 * The lists of codes by `export.column`. Letter case, spaces, underscores and hyphens don't count. Every list is closed
 * (another word is a fault) but that of `interactions.kind`, where another word is a kind of its own.
 */
export const codes: Readonly<Record<string, Words>> = {
  "interactions.kind": {
    visit: ["访问", "拜访", "走访", "上门拜访", "face to face", "面谈"],
    call: ["电话", "phone", "phone call", "telephone"],
    email: ["邮件", "电子邮件", "e-mail"],
    letter: ["信函", "信件"],
    web: ["网站", "网络", "website"],
    club: ["俱乐部"],
    quality_meeting: ["质量会议"],
    event: ["活动"],
    fair: ["展会", "展览会", "trade fair"],
    advertising: ["广告"],
  },
  "interactions.role": {
    sales: ["销售", "销售员", "销售人员", "业务员", "salesperson"],
    manager: ["经理", "销售经理", "sales manager"],
    marketing_director: ["市场总监", "营销总监", "director"],
    general_manager: [
      ...["总经理", "副总经理", "副总", "总经理/副总", "general manager or deputy", "GM"],
      ...["deputy", "deputy general manager"],
    ],
  },
  "interactions.status": {
    planned: ["计划", "计划中", "已计划"],
    held: ["已完成", "已举行", "完成", "completed", "done"],
    cancelled: ["取消", "已取消", "canceled"],
  },
  "interactions.initiated_by": {company: ["公司", "我方"], customer: ["客户", "顾客"]},
  "interactions.content": {
    product: ["产品"],
    information: ["信息"],
    emotion: ["情感"],
    idea: ["创意"],
    policy: ["政策"],
  },
  "complaints.cause": {
    goods: ["产品", "商品", "product"],
    service: ["服务"],
    customer: ["客户", "顾客"],
  },
  "complaints.cause_detail": {
    quality: ["质量", "产品质量", "服务质量"],
    specification: ["规格", "规格不符"],
    tolerance: ["公差", "误差", "超出允许误差"],
    fault: ["故障", "产品故障"],
    attitude: ["态度", "服务态度"],
    manner: ["方式", "服务方式"],
    skill: ["技巧", "服务技巧"],
    misuse: ["使用不当"],
    expectation: ["期望", "期望过高", "expectations"],
  },
  "surveys.method": {
    interview: ["面谈", "访谈"],
    email: ["邮件", "电子邮件", "e-mail"],
    fax: ["传真"],
    letter: ["信件", "信函"],
  },
  "surveys.coverage": {census: ["普查", "百分百调查"], sample: ["抽样", "抽样调查"]},
  "events.kind": {
    new_product: ["新产品上市", "新产品"],
    purchasing_timing: ["采购时机"],
    personnel_change: ["人员变动"],
    product_quality: ["产品质量"],
    service_complaints: ["服务抱怨", "service complaint"],
    weak_relationship: ["关系弱点"],
    deteriorated_relationship: ["关系恶化"],
    cost_reduction: ["降低成本"],
  },
};

/** A word as the macro `bare_word` of parse.sql compares it. */
const bare = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, "");

/** Makes the temporary table `code_names` (list, name, code); `name` is a word without spaces, in lower case. */
export async function loadCodeNames(connection: DuckDBConnection): Promise<void> {
  const rows = Object.entries(codes).flatMap(([list, words]) =>
    Object.entries(words).flatMap(([code, others]) =>
      [...new Set([code, ...others].map(bare))].map(
        (name) => `(${literal(list)}, ${literal(name)}, ${literal(code)})`,
      ),
    ),
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE code_names AS FROM (VALUES ${rows.join(", ")}) AS names(list, name, code)`,
  );
}

/** What may stand in a column, for a message: `goods, service or customer`; undefined where anything may. */
export function acceptedCodes(key: ExportKey, column: string): string | undefined {
  const words = codes[`${key}.${column}`];
  if (words === undefined) return undefined;
  return new Intl.ListFormat("en-GB", {type: "disjunction"}).format(Object.keys(words));
}
