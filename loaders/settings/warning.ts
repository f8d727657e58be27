/** The settings of this part, by table of `report.toml`. */
export const warningSettings = {};
