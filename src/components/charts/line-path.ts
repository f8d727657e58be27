/** The path of a line through places in pixels; null leaves a gap. */
export function linePath(places: readonly (readonly [number, number] | null)[]): string {
  const written = (pixels: number): number => Math.round(pixels * 100) / 100;
  return places
    .map((place, i) =>
      place === null ? "" : `${places[i - 1] ? "L" : "M"}${written(place[0])},${written(place[1])}`,
    )
    .join("");
}
