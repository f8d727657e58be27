/** Lets the reader change the share of customers of each reference point, and reads what it brings off the curve. */
export function startReferencePoints(): void {
  for (const block of document.querySelectorAll<HTMLElement>(".reference-points")) {
    const curve = JSON.parse(block.dataset.curve ?? "{}") as Record<string, [number, number][]>;
    for (const holder of block.querySelectorAll<HTMLElement>(".editable")) {
      const row = holder.closest("tr");
      const input = document.createElement("input");
      input.type = "number";
      input.min = "1";
      input.max = "100";
      input.value = holder.dataset.value ?? "";
      const name = row?.querySelector("th")?.textContent ?? "";
      input.setAttribute("aria-label", `${name}: ${block.dataset.share ?? ""} (%)`);
      input.addEventListener("input", () => {
        const share = input.valueAsNumber / 100;
        for (const cell of row?.querySelectorAll<HTMLElement>("[data-measure]") ?? []) {
          const point = curve[cell.dataset.measure ?? ""]?.find(([customers]) => customers >= share - 1e-9);
          cell.textContent =
            !(share > 0 && share <= 1) || !point || point[0] > share + 0.05
              ? (block.dataset.hidden ?? "")
              : `${(100 * point[1]).toFixed(1)}%`;
        }
      });
      holder.replaceChildren(input, " %");
    }
  }
}
