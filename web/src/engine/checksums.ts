// Checksums of large files. A second worker with the same module works them out while the first one
// reads the same file; where it cannot, the first does it itself.

/** Below this a question to another worker takes longer than the answer. */
const BYTES_MIN = 1 << 20;

interface Question {
  id: number;
  file: File;
}
interface Reply {
  id: number;
  sum: string | undefined;
}

/** The first worker's side: whom to ask, and who still waits for an answer. */
export class Checksums {
  #other: MessagePort | undefined;
  #waiting = new Map<number, (sum: string | undefined) => void>();
  #next = 1;

  constructor(other: MessagePort) {
    this.#other = other;
    other.onmessage = (event: MessageEvent<Reply>) => {
      this.#waiting.get(event.data.id)?.(event.data.sum);
      this.#waiting.delete(event.data.id);
    };
  }

  /** Nobody will answer any more. */
  giveUp(): void {
    this.#other?.close();
    this.#other = undefined;
    for (const resolve of this.#waiting.values()) resolve(undefined);
    this.#waiting.clear();
  }

  /** Begins with a file's checksum; nothing comes of it where it has to be worked out here. */
  ask(file: File): Promise<string | undefined> {
    const other = this.#other;
    if (!other || file.size < BYTES_MIN) return Promise.resolve(undefined);
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      const question: Question = { id, file };
      other.postMessage(question);
    });
  }
}

/** The second worker's side: answers one question after another. */
export function answerChecksums(port: MessagePort, sumOf: (file: File) => Promise<string>): void {
  let line: Promise<void> = Promise.resolve();
  port.onmessage = (event: MessageEvent<Question>) => {
    const { id, file } = event.data;
    line = line.then(async () => {
      // Whatever went wrong, the first worker can do it and knows how to tell.
      const sum = await sumOf(file).catch(() => undefined);
      const reply: Reply = { id, sum };
      port.postMessage(reply);
    });
  };
}
