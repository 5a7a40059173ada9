// What somebody looked at and said is no duplicate, kept from check to check until everything is forgotten.
// What is decided about the present result is in `decisions`.

import { batch, computed, signal } from "@preact/signals";
import { ask, engineReady } from "./engine.ts";
import { words } from "./language.ts";
import { notDuplicates, setNotDuplicates } from "./options.ts";
import { reasonOf } from "./reasons.ts";

/** The pairs before a decision, and the result that it led to. */
export interface Decision {
  before: readonly string[];
  version: number;
}

const decisionsNow = signal<readonly Decision[]>([]);
const savedNow = signal<ReadonlySet<string>>(new Set());
const wrongNow = signal("");

/** The decisions that can be taken back, the last one last. */
export const decisions = computed(() => decisionsNow.value);
/** Whether there are pairs that no saved file holds. */
export const areDecisionsUnsaved = computed(() => notDuplicates.value.some((it) => !savedNow.value.has(it)));
/** What is wrong with a file of decisions that was given; empty when nothing is. */
export const wrongDecisions = computed(() => wrongNow.value);

export function setDecisions(all: readonly Decision[]): void {
  decisionsNow.value = all;
}

/** A file with every pair in it has been handed to the user. */
export function decisionsSaved(): void {
  savedNow.value = new Set(notDuplicates.value);
}

/** Adds the pairs of a file of decisions; a wrong one is told and not used. */
export async function takeDecisions(file: File): Promise<void> {
  wrongNow.value = "";
  try {
    await engineReady();
    const pairs = await ask("readDecisions", { file });
    batch(() => {
      setNotDuplicates([...new Set([...notDuplicates.value, ...pairs])]);
      savedNow.value = new Set([...savedNow.value, ...pairs]);
      decisionsNow.value = [];
    });
  } catch (error) {
    wrongNow.value = reasonOf(error);
  }
}

/** Asks the person before decisions are lost that no saved file holds. */
export function mayForgetDecisions(): boolean {
  return !areDecisionsUnsaved.value || confirm(words.value.discardDecisions);
}

export function forgetDecisions(): void {
  batch(() => {
    decisionsNow.value = [];
    savedNow.value = new Set();
    wrongNow.value = "";
    setNotDuplicates([]);
  });
}
