/** Where the bar with a title begins, and how long it is, in pixels. */
export function box(svg: Element, title: string): {x: number; width: number} {
  const rect = [...svg.querySelectorAll("rect")].find(
    (r) => r.querySelector("title")?.textContent === title,
  )!;
  return {x: Number(rect.getAttribute("x")), width: Number(rect.getAttribute("width"))};
}
