// What is done before anybody waits for it: the module has its memory, and it checks. A browser compiles a
// function a second time, and better, once it has worked for a while; without this the first file is what it
// works on meanwhile.

/** Memory that the system is asked for before a file comes. Measured: a roster of 100,000 pupils takes it anyway,
 * and a tenth less time; more gains nothing. */
const BORROWED_BYTES = 48 << 20;

/** After so many nothing gets faster any more: measured, half a second of the second core in all. */
const ROUNDS = 16;

/** Has `work` done again and again, until that is enough or the worker is needed. */
export async function warmUp(work: () => void, isNeeded: () => boolean): Promise<void> {
  for (let round = 0; round < ROUNDS && !isNeeded(); round += 1) {
    work();
    // Whoever needs the worker is heard between two rounds.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

let hasBorrowed = false;

/** Has the system lend the memory that a roster of a large school takes, while somebody looks for the file; once.
 * `make` gives so many bytes of the module's memory to fill. */
export function borrowMemory(make: (bytes: number) => { push(piece: Uint8Array): void; free(): void }): void {
  if (hasBorrowed) return;
  hasBorrowed = true;
  const memory = make(BORROWED_BYTES);
  const piece = new Uint8Array(1 << 20);
  for (let done = 0; done < BORROWED_BYTES; done += piece.length) memory.push(piece);
  memory.free();
}
