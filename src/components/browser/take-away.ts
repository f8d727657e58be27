/** Shows the buttons that save figures and tables, and listens to all of them; what makes the files comes at the first. */
export function startTakeAway(): void {
  document.documentElement.dataset.scripts = "";
  document.addEventListener("click", (event) => {
    const button = (event.target as Element | null)?.closest?.<HTMLElement>("button[data-take]");
    if (button) void import("./take-away-files.js").then(({takeAway}) => takeAway(button));
  });
}
