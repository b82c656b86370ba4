/**
 * Runs what reads before it writes, one after the other in all of the extension's own pages and its background. Scripts on a
 * page leave such work to the background: a lock taken there would be the page's.
 */
export const inTurn = <Result>(name: string, run: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(name, run);
