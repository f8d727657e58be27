/** Lets readers choose parts of charts; what does it comes when the first such chart is pointed at or reached. */
export function startBrushes(): void {
  if (!document.querySelector(".brush-bar")) return;
  const events = ["pointerover", "pointerdown", "focusin", "click"];
  const first = (event: Event): void => {
    const figure = event.target instanceof Element ? event.target.closest("figure.exhibit") : null;
    if (!figure?.querySelector(".brush-bar")) return;
    void import("./brush-gestures.js").then(({take}) => {
      for (const name of events) document.removeEventListener(name, first);
      take(event);
    });
  };
  for (const name of events) document.addEventListener(name, first);
}
