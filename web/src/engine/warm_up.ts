// Has the module check before anybody waits for it. A browser compiles a function a second time, and
// better, once it has worked for a while; without this the first file is what it works on meanwhile.

/** After this many rounds nothing gets faster any more: measured, half a second of the second core in all. */
const ROUNDS = 16;

/** Has `work` done again and again, until that is enough or the worker is needed. */
export async function warmUp(work: () => void, isNeeded: () => boolean): Promise<void> {
  for (let round = 0; round < ROUNDS && !isNeeded(); round += 1) {
    work();
    // A request to the worker is heard between two rounds.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
