// Large files are read by a second worker: it passes every piece on, and works out their checksum while
// the first one makes rows of them. Where there is no second worker, the first does both.

import { readPieces } from "./pieces.ts";

/** For less the second worker is not asked: its answer would take longer. */
const BYTES_MIN = 1 << 20;
/** Pieces that may be under way to the first worker. */
const AHEAD = 4;

/** What takes pieces in and gives their checksum: the module's own. */
export interface Sum {
  /** Copies a piece, so that it can be passed on. */
  hold(piece: Uint8Array): void;
  /** Works through what is held. */
  work(): void;
  finish(): string;
}

/** A file to be read, or a piece of it that was taken in. */
interface Wish {
  id: number;
  file?: File;
}
/** A piece of a file, or its end: the checksum, `null` where the browser cannot read it any more. */
interface Part {
  id: number;
  piece?: ArrayBuffer;
  sum?: string | null;
}

/** The first worker's side. */
export class Reader {
  #other: MessagePort | undefined;
  #start: () => Sum;
  #hear: (part: Part | undefined) => void = () => undefined;
  #last = 0;

  /** `start` is for files that the other worker does not read. */
  constructor(other: MessagePort, start: () => Sum) {
    this.#other = other;
    this.#start = start;
    other.onmessage = (event: MessageEvent<Part>) => this.#hear(event.data);
  }

  /** Nobody will answer any more. */
  giveUp(): void {
    this.#other?.close();
    this.#other = undefined;
    this.#hear(undefined);
  }

  /** Gives `take` the bytes of a file, in order, and then their checksum; `null` where the browser cannot
   * read it any more. */
  async read(file: File, take: (piece: Uint8Array) => void): Promise<string | null> {
    let taken = 0;
    const sum = await this.#ask(file, (piece) => {
      taken += piece.byteLength;
      take(new Uint8Array(piece));
    });
    return sum === undefined ? this.#readAlone(file, take, taken) : sum;
  }

  /** The same by the other worker; nothing where it does not read the file to its end. */
  #ask(file: File, take: (piece: ArrayBuffer) => void): Promise<string | null | undefined> {
    const other = this.#other;
    if (!other || file.size < BYTES_MIN) return Promise.resolve(undefined);
    const id = (this.#last += 1);
    const tell = (wish: Wish) => other.postMessage(wish);
    tell({ id, file });
    return new Promise((resolve, reject) => {
      this.#hear = (part) => {
        if (!part || part.sum !== undefined) resolve(part?.sum);
        if (part?.id !== id || !part.piece) return;
        tell({ id });
        try {
          take(part.piece);
        } catch (error) {
          reject(error as Error);
        }
      };
    });
  }

  async #readAlone(file: File, take: (piece: Uint8Array) => void, taken: number): Promise<string | null> {
    const sum = this.#start();
    // Of pieces that came before the other worker was lost only the checksum is wanted.
    let at = 0;
    const isRead = await readPieces(file, (piece) => {
      const view = new Uint8Array(piece);
      sum.hold(view);
      sum.work();
      if (at >= taken) take(view);
      at += view.length;
    });
    return isRead ? sum.finish() : null;
  }
}

/** The second worker's side: reads one file after another. */
export function readAhead(port: MessagePort, start: () => Sum): void {
  let line: Promise<void> = Promise.resolve();
  let taken = () => undefined as void;
  port.onmessage = (event: MessageEvent<Wish>) => {
    const { id, file } = event.data;
    if (file) line = line.then(() => readOne(id, file)).catch(fail);
    else taken();
  };

  async function readOne(id: number, file: File): Promise<void> {
    const sum = start();
    let free = AHEAD;
    let wake = () => undefined as void;
    taken = () => {
      free += 1;
      wake();
    };
    const isRead = await readPieces(file, async (piece) => {
      sum.hold(new Uint8Array(piece));
      tell({ id, piece }, [piece]);
      free -= 1;
      if (free > 0) return;
      sum.work();
      // Not more than the first worker takes in: they would gather in memory.
      if (free === 0) await new Promise<void>((resolve) => (wake = resolve));
    });
    sum.work();
    tell({ id, sum: isRead ? sum.finish() : null });
  }

  /** Whoever started this worker hears of it and ends it; the first one then reads by itself. */
  function fail(error: unknown): void {
    setTimeout(() => {
      throw error;
    });
  }

  function tell(part: Part, transfer: Transferable[] = []): void {
    port.postMessage(part, transfer);
  }
}
