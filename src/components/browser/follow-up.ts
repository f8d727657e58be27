/** Work that can wait; it gives what can wait longer. */
export type Work = () => Work[];

let rest: Work[] = [];

/**
 * Does work in pieces while the browser has nothing else to do, in order, so that a reader who chooses or scrolls on is
 * never kept waiting for long; whatever is left of the work before it is dropped. A print begins when all is done.
 */
export function followUp(work: Work[]): void {
  const mine = [...work];
  rest = mine;
  if (mine.length === 0) return;
  performance.mark("filter-follows");
  const piece = (deadline?: IdleDeadline): void => {
    if (rest !== mine) return;
    // A print, or a file that was asked for, may have had it all done by now.
    if (mine.length > 0) next(mine);
    while (mine.length > 0 && (deadline?.timeRemaining() ?? 0) > 4) next(mine);
    if (mine.length > 0) whenIdle(piece);
    else performance.measure("filter-rest", "filter-follows");
  };
  whenIdle(piece);
}

function next(work: Work[]): void {
  work.push(...work.shift()!());
}

function whenIdle(work: (deadline?: IdleDeadline) => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, {timeout: 50});
  else setTimeout(work, 20);
}

/** Does all that waits at once. */
export function finish(): void {
  while (rest.length > 0) next(rest);
}

addEventListener("beforeprint", finish);
