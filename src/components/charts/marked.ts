/** A row of a chart with what its mark stands for, where a reader may see the customers behind it. */
export type Marked<Row> = Row & {mark?: string | undefined};
