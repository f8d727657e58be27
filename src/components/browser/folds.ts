/** Opens what the address leads into, and what it leads to where that is closed; tells whether anything was. */
function open(target: Element): boolean {
  let opened = false;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
    if (fold.open) continue;
    fold.open = true;
    opened = true;
  }
  return opened;
}

/**
 * Links lead into folded parts of a page. Newer browsers open a fold around the place that is linked by themselves;
 * this does so in others too, and opens a fold that is itself the place.
 */
export function startFolds(): void {
  const follow = (): void => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && open(target)) target.scrollIntoView();
  };
  addEventListener("hashchange", follow);
  follow();
}
