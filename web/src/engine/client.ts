// The page's side of the worker: requests with numbers, a stop that always works, and a new worker
// when the old one is lost. Knows nothing of what is asked.

import EngineWorker from "./worker.ts?worker&inline";
import type { Answer, Progress, Request, Verb, Verbs } from "./protocol.ts";

/** The worker was stopped on purpose. */
export class Stopped extends Error {}
/** The worker is lost: the module panicked or memory ran out. */
export class Lost extends Error {}
/** The engine did not accept what it was given; the message is its sentence. */
export class Refused extends Error {}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
  progress: ((it: Progress) => void) | undefined;
}

declare global {
  /** The module by its path, when the whole product is one file. */
  var rostercheckParts: Record<string, string> | undefined;
}

export class EngineClient {
  #worker: Worker | undefined;
  #module: ArrayBuffer | undefined;
  #waiting = new Map<number, Waiting>();
  #next = 1;

  /** Loads the module, once; the only request the page makes after its own files. */
  async load(): Promise<void> {
    this.#module = await moduleBytes();
  }

  /** Starts a worker and gives what the product knows. A worker before it is stopped. */
  start(): Promise<Verbs["start"]["back"]> {
    this.stop();
    const module = this.#module;
    if (!module) return Promise.reject(new Lost("the module was not loaded"));
    const worker = new EngineWorker();
    worker.onmessage = (event: MessageEvent<Answer>) => this.#hear(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#lose(new Lost(event.message));
    };
    this.#worker = worker;
    return this.ask("start", { module });
  }

  /** Ends the worker at once, whatever it is doing, and refuses whatever still waits. */
  stop(): void {
    this.#lose(new Stopped("stopped"));
  }

  ask<V extends Verb>(verb: V, given: Verbs[V]["given"], progress?: (it: Progress) => void): Promise<Verbs[V]["back"]> {
    const worker = this.#worker;
    if (!worker) return Promise.reject(new Stopped("no worker"));
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, progress });
      worker.postMessage({ id, verb, given } as Request);
    });
  }

  #hear(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    if (answer.kind === "progress") {
      waiting.progress?.(answer.value);
      return;
    }
    if (answer.kind === "broken") {
      this.#lose(new Lost(answer.value));
      return;
    }
    this.#waiting.delete(answer.id);
    if (answer.kind === "back") waiting.resolve(answer.value);
    else waiting.reject(new Refused(answer.value));
  }

  #lose(error: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const it of waiting) it.reject(error);
  }
}

async function moduleBytes(): Promise<ArrayBuffer> {
  const parts = globalThis.rostercheckParts;
  if (parts) {
    const path = Object.keys(parts).find((it) => it.endsWith(".wasm"));
    const text = path === undefined ? "" : parts[path] ?? "";
    // The text is large and needed once.
    globalThis.rostercheckParts = undefined;
    return Uint8Array.from(atob(text), (it) => it.charCodeAt(0)).buffer;
  }
  const response = await fetch(new URL("./pkg/roster_wasm_bg.wasm", import.meta.url));
  if (!response.ok) throw new Lost(`module: ${response.status}`);
  return response.arrayBuffer();
}
