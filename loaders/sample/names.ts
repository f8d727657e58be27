/** What the sample's regions, industries and product categories are called in Chinese. */
const chinese: Readonly<Record<string, string>> = {
  "East China": "华东",
  "South China": "华南",
  "North China": "华北",
  "Central China": "华中",
  "Southwest China": "西南",
  "Northeast China": "东北",
  Europe: "欧洲",
  "North America": "北美",
  "Asia-Pacific": "亚太",
  "Construction machinery": "工程机械",
  Automotive: "汽车",
  "Machine tools": "机床",
  Energy: "能源",
  Mining: "矿山",
  "Food and packaging": "食品与包装",
  "Rail and marine": "轨道与船舶",
  Automation: "自动化",
  Bearings: "轴承",
  Seals: "密封件",
  Valves: "阀门",
  "Hydraulic cylinders": "液压缸",
  Couplings: "联轴器",
  Gearboxes: "减速机",
  "Linear guides": "直线导轨",
  Sensors: "传感器",
};

/** The part of the sample's `report.toml` that says so. */
export const nameSettings = `
[names.zh]
${Object.entries(chinese)
  .map(([text, name]) => `${JSON.stringify(text)} = ${JSON.stringify(name)}`)
  .join("\n")}
`;
