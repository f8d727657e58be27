/** Colours of groups in their order; all reach 3:1 on both grounds. */
export const lineColours = ["class-a", "class-c", "class-b", "class-d", "profit", "same"] as const;

/** The same colours as classes of a legend. */
export const swatches = ["class-a", "class-c", "class-b", "class-d", "profit", "moved-same"] as const;

/** Steps from little to much. */
export const heatSteps = ["heat-1", "heat-2", "heat-3", "heat-4", "heat-5"] as const;
