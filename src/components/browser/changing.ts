const underWay = new Set<Promise<unknown>>();

/** Counts work as under way that changes what charts and lists show, until it is done or has failed. */
export function changing(work: Promise<unknown>): void {
  underWay.add(work);
  const done = (): void => void underWay.delete(work);
  work.then(done, done);
}

/** Waits until nothing is under way, what began while it waited included. */
export async function unchanging(): Promise<void> {
  while (underWay.size > 0) await Promise.allSettled(underWay);
}
