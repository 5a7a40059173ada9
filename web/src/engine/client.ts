// The page's side of the worker: requests with numbers, a stop that always works, and a new worker
// when the old one is lost. Knows nothing of what is asked.

import EngineWorker from "./worker.ts?worker&inline";
import { unpack, unpackText } from "./unpack.ts";
import type { Answer, Lack, Progress, Request, Verb, Verbs } from "./protocol.ts";
import type { CheckOptions } from "../wire/index.ts";

/** Stands between the pages of rules. */
const PAGE_END = "\u001e";

/** Number of the answer of a second worker that has rehearsed. */
const REHEARSED = 1;

/** The worker was stopped on purpose. */
export class Stopped extends Error {}
/** The worker is lost: the module panicked or memory ran out. */
export class Lost extends Error {}
/** The engine did not accept what it was given; the message is its sentence. */
export class Refused extends Error {}
/** Something the request needs is not there. */
export class Lacking extends Error {
  readonly lack: Lack;
  constructor(lack: Lack) {
    super(lack.what);
    this.lack = lack;
  }
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
  progress: ((it: Progress) => void) | undefined;
}

declare global {
  /** The modules by their paths, when the whole product is one file. */
  var rostercheckParts: Record<string, string> | undefined;
}

export class EngineClient {
  #worker: Worker | undefined;
  /** Reads ahead for the worker, and works checksums out. */
  #second: Worker | undefined;
  /** Compiled once for every worker, so what a browser made faster stays faster. */
  #module: WebAssembly.Module | undefined;
  #office: Promise<ArrayBuffer | undefined> = Promise.resolve(undefined);
  #sample: Promise<Blob | undefined> = Promise.resolve(undefined);
  /** The pages of the rules, by language and code. */
  #pages: Promise<Map<string, string>> = Promise.resolve(new Map());
  #waiting = new Map<number, Waiting>();
  #next = 1;
  /** How the sample is checked before anybody waits; nothing once that was done. */
  #rehearsal: CheckOptions | undefined;

  /** Loads the module, and asks for the second one, the sample and the pages of the rules at the same time; the
   * only requests the page makes after its own files. The page works as soon as the first is here. */
  async load(rehearsal: CheckOptions): Promise<void> {
    // On a single core it would only be in the way.
    if (navigator.hardwareConcurrency > 1) this.#rehearsal = rehearsal;
    const parts = globalThis.rostercheckParts;
    // The texts are large and needed once.
    globalThis.rostercheckParts = undefined;
    const core = parts ? part(parts, "roster_wasm") : get(new URL("./pkg/roster_wasm.dat", import.meta.url), "high");
    const office = parts ? part(parts, "roster_office") : get(new URL("./pkg-office/roster_office_wasm.dat", import.meta.url), "low");
    const sample = parts ? part(parts, "roster-") : get(new URL("./sample/roster.csv", import.meta.url), "low");
    const pages = parts ? part(parts, "rule_pages") : get(new URL("./pages/rule_pages.dat", import.meta.url), "low");
    this.#sample = sample.catch(() => undefined);
    const first = core.then(unpack);
    // Unpacked after the first, which the page waits for. Its absence is told when a file needs it.
    this.#office = Promise.all([office, first]).then(([it]) => unpack(it)).catch(() => undefined);
    this.#pages = Promise.all([pages, this.#office]).then(([it]) => unpackText(it)).then(pagesOf).catch(() => new Map());
    this.#module = await WebAssembly.compile(await first);
  }

  /** Settles when nothing more will be loaded. */
  async loadedAll(): Promise<void> {
    await Promise.all([this.#office, this.#sample, this.#pages]);
  }

  /** The sample roster, a text file; nothing where it did not come. */
  sample(): Promise<Blob | undefined> {
    return this.#sample;
  }

  /** What a rule rests on, a line, and its page, as Markdown; empty where the pages did not come. */
  async page(rule: string, language: string): Promise<string> {
    return (await this.#pages).get(`${language}/${rule}`) ?? "";
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
    const { port1, port2 } = new MessageChannel();
    const started = this.ask("start", { module, second: port1 }, undefined, [port1]);
    this.#startSecond({ module, first: port2 });
    void this.#office.then((office) => {
      if (this.#worker === worker) void this.ask("office", { module: office }).catch(() => undefined);
    });
    return started;
  }

  #startSecond(given: Verbs["serve"]["given"]): void {
    const second = new EngineWorker();
    const lose = () => {
      second.terminate();
      if (this.#second === second) void this.ask("alone", {}).catch(() => undefined);
    };
    second.onmessage = (event: MessageEvent<Answer>) => {
      if (event.data.kind !== "back") lose();
      else if (event.data.id === REHEARSED) this.#rehearsal = undefined;
    };
    second.onerror = (event) => {
      event.preventDefault();
      lose();
    };
    this.#second = second;
    const tell = (request: Request, transfer: Transferable[] = []) => second.postMessage(request, transfer);
    tell({ id: 0, verb: "serve", given }, [given.first]);
    void Promise.all([this.#sample, this.#office]).then(([roster, office]) => {
      const options = this.#rehearsal;
      if (roster && options && this.#second === second) tell({ id: REHEARSED, verb: "rehearse", given: { roster, options, office } });
    });
  }

  /** Ends the worker at once, whatever it is doing, and refuses whatever still waits. */
  stop(): void {
    this.#lose(new Stopped("stopped"));
  }

  ask<V extends Verb>(
    verb: V,
    given: Verbs[V]["given"],
    progress?: (it: Progress) => void,
    transfer: Transferable[] = [],
  ): Promise<Verbs[V]["back"]> {
    const worker = this.#worker;
    if (!worker) return Promise.reject(new Stopped("no worker"));
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, progress });
      worker.postMessage({ id, verb, given } as Request, transfer);
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
    else if (answer.kind === "lacks") waiting.reject(new Lacking(answer.value));
    else waiting.reject(new Refused(answer.value));
  }

  #lose(error: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#second?.terminate();
    this.#second = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const it of waiting) it.reject(error);
  }
}

/** The pages of the rules: each begins with a line that has its language and code. */
function pagesOf(text: string): Map<string, string> {
  const pages = text.split(PAGE_END).map((it) => {
    const end = it.indexOf("\n");
    return [it.slice(0, end), it.slice(end + 1)] as const;
  });
  return new Map(pages);
}

/** All of a packed file, to be unpacked when it is whole, since only one can be at a time; or the sample. */
async function get(address: URL, priority: "high" | "low"): Promise<Blob> {
  // Browsers that do not know priorities pass over them; the compiler's list is as old as they are.
  const options = { priority } as RequestInit;
  const response = await fetch(address, options);
  if (!response.ok) throw new Lost(`module: ${response.status}`);
  return response.blob();
}

async function part(parts: Record<string, string>, name: string): Promise<Blob> {
  const path = Object.keys(parts).find((it) => it.includes(name));
  if (path === undefined) throw new Lost(`module: no ${name}`);
  return new Blob([Uint8Array.from(atob(parts[path] ?? ""), (it) => it.charCodeAt(0))]);
}
