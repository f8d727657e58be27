const block = /<div class="needs" role="note">((?:<p class="chart-title">.*?<\/p>)+)<p>(.*?)<\/p><\/div>/gs;

/** Side by side, two that say why they are not there stand as any others do. */
const pairOfNeeds =
  /<div class="pair">((?:\s*<div class="needs" role="note">(?:(?!<div).)*?<\/div>\s*)+)<\/div>/gs;

/**
 * The HTML of blocks that follow each other with nothing in between, where those that are not there for the same reason
 * (an export is missing) stand as one: their titles, and the reason once.
 */
export function joinNeeds(html: string): string {
  let out = "";
  let end = 0;
  let last: {titles: string; why: string} | null = null;
  const text = html.replace(pairOfNeeds, "$1");
  const close = (): void => {
    if (last) out += `<div class="needs" role="note">${last.titles}<p>${last.why}</p></div>`;
    last = null;
  };
  for (const match of text.matchAll(block)) {
    const [whole, titles, why] = match as unknown as [string, string, string];
    const between = text.slice(end, match.index);
    const open = last as {titles: string; why: string} | null;
    if (open && open.why === why && between.trim() === "") last = {titles: open.titles + titles, why};
    else {
      close();
      out += between;
      last = {titles, why};
    }
    end = match.index + whole.length;
  }
  close();
  return out + text.slice(end);
}
