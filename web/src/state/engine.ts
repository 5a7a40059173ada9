// The engine as the rest of the state sees it: ready or not, and one way to ask.

import { computed, signal } from "@preact/signals";
import { EngineClient, Lost } from "../engine/client.ts";
import type { Book, Progress, Verb, Verbs } from "../engine/protocol.ts";
import type { CheckOptions } from "../wire/index.ts";
import { lock } from "../lib/lock.ts";

export { Lacking, Lost, Refused, Stopped } from "../engine/client.ts";

const client = new EngineClient();
const condition = signal<"loading" | "ready" | "failed">("loading");
const known = signal<Book>({ rules: [], profiles: [] });
let started: Promise<unknown> = Promise.resolve();
/** The views of a result, and whether they did not come. */
let views: Promise<unknown> = Promise.resolve();
let isBlind = false;
let whenLost: () => void = () => undefined;
let whenLocked: () => void = () => undefined;
/** The worker was started while the page could still connect. */
let isOpenWorker = false;
let isLocked = false;

export const engineCondition = computed(() => condition.value);
/** All rules and profiles. */
export const book = computed(() => known.value);
export const ruleByCode = computed(() => new Map(known.value.rules.map((it) => [it.rule, it])));

/** Loads the modules and the sample, starts the first worker as soon as there is something to start, and
 * gives the permission to connect back when all have come or will not. `rehearsal` is how the sample is
 * checked before anybody waits; without `resultViews` no file is checked. */
export function loadEngine(rehearsal: CheckOptions, resultViews: Promise<unknown>): void {
  views = resultViews;
  views.catch(() => {
    isBlind = true;
    condition.value = "failed";
  });
  const loading = client.load(rehearsal);
  started = loading.then(restartEngine);
  started.catch(() => {
    condition.value = "failed";
  });
  void Promise.allSettled([loading, client.loadedAll()]).then(() => {
    lock();
    isLocked = true;
    if (isOpenWorker) whenLocked();
  });
}

/** The sample roster, a text file; nothing where it did not come. */
export function sampleRoster(): Promise<Blob | undefined> {
  return client.sample();
}

/** The page of a rule as the book has it; empty where it did not come. */
export function pageOfRule(rule: string, language: string): Promise<string> {
  return client.page(rule, language);
}

/** Puts a worker that cannot connect in the place of one that can and has nothing to keep. */
export function renewEngine(): void {
  if (!isOpenWorker || condition.value !== "ready") return;
  isOpenWorker = false;
  started = client.start();
  started.catch(() => undefined);
}

/** Names who is told, once, that the page cannot connect any more. */
export function onLocked(listener: () => void): void {
  whenLocked = listener;
}

/** Stops the worker, whatever it does, and starts another from what is in memory. */
export function restartEngine(): Promise<unknown> {
  if (!isBlind) condition.value = "loading";
  isOpenWorker = !isLocked;
  started = client.start().then((it) => {
    known.value = it;
    if (!isBlind) condition.value = "ready";
  });
  // Whoever needs the worker waits for it and hears of a failure there.
  started.catch(() => undefined);
  return started;
}

/** Settles when the present worker can be asked, and what it says can be shown. */
export async function engineReady(): Promise<void> {
  await started;
  await views;
}

/** Names who is told, once each time, that a worker was lost. */
export function onLost(listener: () => void): void {
  whenLost = listener;
}

export async function ask<V extends Verb>(
  verb: V,
  given: Verbs[V]["given"],
  progress?: (it: Progress) => void,
): Promise<Verbs[V]["back"]> {
  try {
    return await client.ask(verb, given, progress);
  } catch (error) {
    if (error instanceof Lost && condition.value === "ready") {
      condition.value = "loading";
      whenLost();
    }
    throw error;
  }
}
