// Large files are read by a second worker: it passes every piece on, and works out their checksum while
// the first one makes rows of them. Where there is no second worker, the first does both.

import { readPieces } from "./pieces.ts";

/** For less the second worker is not asked: its answer would take longer. */
const BYTES_MIN = 1 << 20;
/** Bytes that may be under way to the first worker, and that may wait for the checksum. */
const BYTES_AHEAD = 64 << 20;

/** What takes pieces in and gives their checksum: the module's own. */
export interface Sum {
  /** Copies a piece, so that it can be passed on. */
  hold(piece: Uint8Array): void;
  /** Works through what is held. */
  work(): void;
  finish(): string;
}

/** A file to be read, or how many of its bytes were taken in. */
interface Wish {
  id: number;
  file?: File;
  taken?: number;
}
/** A piece of a file, or its end: the checksum, `null` where the browser cannot read it any more. */
interface Part {
  id: number;
  piece?: ArrayBuffer;
  sum?: string | null;
}

/** All bytes of a file came. */
export interface Came {
  /** Their checksum, which may come while the bytes are worked through; `null` where the other worker was
   * lost over it and the file is gone. */
  sum: Promise<string | null>;
}

/** The first worker's side. */
export class Reader {
  #other: MessagePort | undefined;
  #start: () => Sum;
  /** Who waits for parts of a file: several may wait for a checksum. */
  #waiting = new Map<number, (part: Part | undefined) => void>();
  #last = 0;

  /** `start` is for files that the other worker does not read. */
  constructor(other: MessagePort, start: () => Sum) {
    this.#other = other;
    this.#start = start;
    other.onmessage = (event: MessageEvent<Part>) => this.#waiting.get(event.data.id)?.(event.data);
  }

  /** Nobody will answer any more. */
  giveUp(): void {
    this.#other?.close();
    this.#other = undefined;
    for (const hear of this.#waiting.values()) hear(undefined);
  }

  /** Gives `take` the bytes of a file, in order; `null` where the browser cannot read it any more. */
  async read(file: File, take: (piece: Uint8Array) => void): Promise<Came | null> {
    let taken = 0;
    let end = () => undefined as void;
    const whole = new Promise<void>((resolve) => (end = resolve));
    const count = (piece: Uint8Array) => {
      taken += piece.length;
      take(piece);
      if (taken === file.size) end();
    };
    const asked = this.#ask(file, (piece) => count(new Uint8Array(piece)));
    const sum = asked.then((it) => (it === undefined ? this.#readAlone(file, count, taken) : it));
    await Promise.race([whole, sum]);
    return taken === file.size ? { sum } : null;
  }

  /** The same by the other worker; nothing where it does not read the file to its end. */
  #ask(file: File, take: (piece: ArrayBuffer) => void): Promise<string | null | undefined> {
    const other = this.#other;
    if (!other || file.size < BYTES_MIN) return Promise.resolve(undefined);
    const id = (this.#last += 1);
    const tell = (wish: Wish) => other.postMessage(wish);
    tell({ id, file });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (part) => {
        if (!part?.piece) {
          this.#waiting.delete(id);
          resolve(part?.sum);
          return;
        }
        tell({ id, taken: part.piece.byteLength });
        try {
          take(part.piece);
        } catch (error) {
          reject(error as Error);
        }
      });
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
  let note: (taken: number) => void = () => undefined;
  port.onmessage = (event: MessageEvent<Wish>) => {
    const { id, file, taken } = event.data;
    if (file) line = line.then(() => readOne(id, file)).catch(fail);
    else note(taken ?? 0);
  };

  async function readOne(id: number, file: File): Promise<void> {
    const sum = start();
    let [free, held] = [BYTES_AHEAD, 0];
    let wake = () => undefined as void;
    note = (taken) => {
      free += taken;
      wake();
    };
    const isRead = await readPieces(file, async (piece) => {
      sum.hold(new Uint8Array(piece));
      free -= piece.byteLength;
      held += piece.byteLength;
      tell({ id, piece }, [piece]);
      if (free > 0 && held < BYTES_AHEAD) return;
      sum.work();
      held = 0;
      // Not more than the first worker takes in: they would gather in memory.
      while (free <= 0) await new Promise<void>((resolve) => (wake = resolve));
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
