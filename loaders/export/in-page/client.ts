interface Cell {
  inputs?: readonly string[];
  body: () => unknown;
}

/** Stands in for Framework's client in an exported page: runs a cell that needs nothing of others, at once. */
export function define({inputs = [], body}: Cell): void {
  if (inputs.length > 0) throw new Error(`an exported page has no cells named ${inputs.join(", ")}`);
  void body();
}
