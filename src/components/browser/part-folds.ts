/** The folded parts of the row of pages close when the reader goes elsewhere: a click, Escape, or focus that moves on. */
export function startPartFolds(): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>(".fold-part details")) {
    const leave = ({target}: Event): void => {
      if (!fold.contains(target as Node)) fold.open = false;
    };
    document.addEventListener("click", leave);
    document.addEventListener("focusin", leave);
    fold.addEventListener("keydown", ({key}) => {
      if (key !== "Escape" || !fold.open) return;
      fold.open = false;
      fold.querySelector("summary")?.focus();
    });
  }
}
