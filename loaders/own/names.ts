/** A short name goes into addresses, into a column's name and onto lines of code. */
const longest = 40;

/** What is wrong with the name of an own page or model, in a few words; null where nothing is. */
export function nameProblem(name: string): string | null {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return "a name is words in small letters with - between them, such as regions-lost";
  return name.length > longest ? `a name has at most ${longest} letters` : null;
}

/** The column of a model: its name with _ in place of -. */
export function columnOf(model: string): string {
  return model.replaceAll("-", "_");
}
