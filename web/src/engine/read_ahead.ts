// Large files are read by a second worker: it passes every piece on, scans the sheets of workbooks, and
// works out their checksum while the first one makes rows of them. Where there is no second worker, the first
// does it all.

import { readPieces } from "./pieces.ts";

/** For less the second worker is not asked: its answer would take longer. */
const BYTES_MIN = 1 << 20;
/** Bytes that may be under way to the first worker, and that may wait for the checksum. */
const BYTES_AHEAD = 64 << 20;
/** Bytes of a scanned sheet that may be under way. */
const SCANNED_AHEAD = 16 << 20;

/** What takes pieces in, and gives sheets and checksum: the module's own. */
export interface Held {
  /** Copies a piece, so that it can be passed on. */
  hold(piece: Uint8Array): void;
  /** Begins to scan a part of what is held. */
  scan(part: string): void;
  /** The next piece of the sheet; nothing at its end. */
  scanned(): Uint8Array | undefined;
  /** How many packed bytes of the part were unpacked. */
  unpacked(): number;
  /** Works through what is held, and lets go of it. */
  work(): void;
  finish(): string;
}

/** What the first worker asks for. */
type Wanted =
  | { kind: "file"; file: File; first: number }
  | { kind: "taken"; bytes: number }
  | { kind: "part"; part: string }
  | { kind: "enough" };
type Wish = { id: number } & Wanted;
/** What the second worker gives: the pieces of a file, then of sheets. */
type Given =
  | { kind: "piece"; piece: ArrayBuffer; unpacked: number }
  | { kind: "part-end" }
  /** The checksum; `null` where the browser cannot read the file any more. */
  | { kind: "file-end"; sum: string | null };
type Part = { id: number } & Given;

/** Takes a piece in; of a sheet, `unpacked` counts the packed bytes that were unpacked until then. */
export type Take = (piece: Uint8Array, unpacked: number) => void;

/** All bytes of a file came. */
export interface Came {
  /** Their checksum, which may come while the bytes are worked through; `null` where the other worker was
   * lost over it and the file is gone. */
  sum: Promise<string | null>;
  /** Has a sheet scanned, where somebody does that; until it came, or nobody does any more. */
  scan?: (part: string, take: Take) => Promise<void>;
  /** No sheet is wanted any more; before that there is no checksum. */
  enough: () => void;
}

/** The first worker's side. */
export class Reader {
  #other: MessagePort | undefined;
  #first: number;
  #start: () => Held;
  /** Who waits for parts of a file: several may wait for a checksum. */
  #waiting = new Map<number, (part: Part | undefined) => void>();
  #last = 0;

  /** `first` bytes tell what a file is; `start` is for files that the other worker does not read. */
  constructor(other: MessagePort, first: number, start: () => Held) {
    this.#other = other;
    this.#first = first;
    this.#start = start;
    other.onmessage = (event: MessageEvent<Part>) => this.#waiting.get(event.data.id)?.(event.data);
  }

  /** Nobody will answer any more. */
  giveUp(): void {
    this.#other?.close();
    this.#other = undefined;
    for (const hear of this.#waiting.values()) hear(undefined);
  }

  /** Gives `take` the bytes of a file, in order, those that tell what it is first; `null` where the browser
   * cannot read it any more. */
  async read(file: File, take: (piece: Uint8Array) => void): Promise<Came | null> {
    let taken = 0;
    let end = () => undefined as void;
    const whole = new Promise<void>((resolve) => (end = resolve));
    const count = (piece: Uint8Array) => {
      taken += piece.length;
      take(piece);
      if (taken === file.size) end();
    };
    const asked = this.#ask(file, count);
    const sum = asked.sum.then((it) => (it === undefined ? this.#readAlone(file, count, taken) : it));
    await Promise.race([whole, sum]);
    return taken === file.size ? { ...asked, sum } : null;
  }

  /** Like `read`, by the other worker; no checksum where it does not read the file to its end. */
  #ask(file: File, take: Take): Omit<Came, "sum"> & { sum: Promise<string | null | undefined> } {
    const other = this.#other;
    if (!other || file.size < BYTES_MIN) return { sum: Promise.resolve(undefined), enough: () => undefined };
    const id = (this.#last += 1);
    const tell = (wish: Wanted) => other.postMessage({ id, ...wish } satisfies Wish);
    let endPart = () => undefined as void;
    let fail: (error: unknown) => void;
    tell({ kind: "file", file, first: this.#first });
    const sum = new Promise<string | null | undefined>((resolve, reject) => {
      fail = reject;
      this.#waiting.set(id, (part) => {
        if (part?.kind === "piece") {
          tell({ kind: "taken", bytes: part.piece.byteLength });
          try {
            take(new Uint8Array(part.piece), part.unpacked);
          } catch (error) {
            fail(error);
          }
        } else if (part?.kind === "part-end") {
          endPart();
        } else {
          this.#waiting.delete(id);
          endPart();
          resolve(part?.sum);
        }
      });
    });
    const enough = () => tell({ kind: "enough" });
    // Of a larger file not all is held.
    if (file.size >= BYTES_AHEAD) return { sum, enough };
    const scan = (part: string, takePart: Take) =>
      new Promise<void>((resolve, reject) => {
        [take, endPart, fail] = [takePart, resolve, reject];
        if (this.#waiting.has(id)) tell({ kind: "part", part });
        else resolve();
      });
    return { sum, enough, scan };
  }

  async #readAlone(file: File, take: (piece: Uint8Array) => void, taken: number): Promise<string | null> {
    const content = this.#start();
    // Of pieces that came before the other worker was lost only the checksum is wanted.
    let at = 0;
    const isRead = await readPieces(file, this.#first, (piece) => {
      const view = new Uint8Array(piece);
      content.hold(view);
      content.work();
      if (at >= taken) take(view);
      at += view.length;
    });
    return isRead ? content.finish() : null;
  }
}

/** The second worker's side: reads one file after another. */
export function readAhead(port: MessagePort, start: () => Held): void {
  let line: Promise<void> = Promise.resolve();
  let hear: (wish: Wish) => void = () => undefined;
  port.onmessage = (event: MessageEvent<Wish>) => {
    const wish = event.data;
    if (wish.kind === "file") line = line.then(() => readOne(wish.id, wish.file, wish.first)).catch(fail);
    else hear(wish);
  };

  async function readOne(id: number, file: File, first: number): Promise<void> {
    const content = start();
    let [free, waiting] = [BYTES_AHEAD, 0];
    /** The part that is to be scanned; `null` for no more, nothing while none is wished. */
    let wished: string | null | undefined;
    let wake = () => undefined as void;
    const something = () => new Promise<void>((resolve) => (wake = resolve));
    hear = (wish) => {
      // A wish about an earlier file may come late.
      if (wish.id !== id) return;
      if (wish.kind === "part") wished = wish.part;
      if (wish.kind === "enough") wished = null;
      if (wish.kind === "taken") free += wish.bytes;
      wake();
    };
    const isRead = await readPieces(file, first, async (piece) => {
      content.hold(new Uint8Array(piece));
      free -= piece.byteLength;
      waiting += piece.byteLength;
      tell({ id, kind: "piece", piece, unpacked: 0 }, [piece]);
      if (free > 0 && waiting < BYTES_AHEAD) return;
      content.work();
      waiting = 0;
      // Not more than the first worker takes in: they would gather in memory.
      while (free <= 0) await something();
    });
    while (isRead && wished !== null) {
      if (wished === undefined) {
        await something();
        continue;
      }
      content.scan(wished);
      [wished, free] = [undefined, SCANNED_AHEAD];
      for (let piece = content.scanned(); piece; piece = content.scanned()) {
        const buffer = piece.buffer as ArrayBuffer;
        free -= buffer.byteLength;
        tell({ id, kind: "piece", piece: buffer, unpacked: content.unpacked() }, [buffer]);
        while (free <= 0) await something();
      }
      tell({ id, kind: "part-end" });
    }
    content.work();
    tell({ id, kind: "file-end", sum: isRead ? content.finish() : null });
  }

  /** The page, which started this worker, hears of it and ends it; the first one then reads by itself. */
  function fail(error: unknown): void {
    setTimeout(() => {
      throw error;
    });
  }

  function tell(part: Part, transfer: Transferable[] = []): void {
    port.postMessage(part, transfer);
  }
}
