/** Says beside the bar that what it chooses could not be fetched, so that the page shows everyone. */
export function sayFailed(form: HTMLFormElement): void {
  const state = form.querySelector<HTMLElement>(".filter-state");
  if (state) state.textContent = state.dataset.failed ?? "";
}
