// What somebody looked at and said is no duplicate: from the page or from a file, for this run and the next.

import { batch, computed, signal } from "@preact/signals";
import { changeRun, changesSaved, isUnsaved } from "./changes.ts";
import { saveMade, write } from "./downloads.ts";
import { ask, engineReady } from "./engine.ts";
import { words } from "./language.ts";
import { notDuplicates, setNotDuplicates } from "./options.ts";
import { reasonOf } from "./reasons.ts";
import { beforeForget, checkAgain, overview, readDecisionsWith, version } from "./session.ts";

/** The pairs before each step, and the result that the step led to. */
const stepsNow = signal<readonly { before: readonly string[]; version: number }[]>([]);
const savedNow = signal<readonly string[]>([]);
const failedNow = signal("");
const wrongNow = signal("");

/** How many pairs were told apart, and how many of them made a difference to the present result. */
export const toldApart = computed(() => ({ pairs: notDuplicates.value.length, taken: overview.value?.not_duplicates_taken ?? 0 }));
/** Whether there are decisions that no saved file holds. */
export const areDecisionsUnsaved = computed(() => notDuplicates.value.some((it) => !savedNow.value.includes(it)));
export const canUndoDecision = computed(() => stepsNow.value.length > 0);
/** Whether the last thing that was done to the run was a decision. */
export const decidedLast = computed(() => last()?.version === version.value);
/** Why the last decision could not be made; empty when it could. */
export const decisionFailure = computed(() => failedNow.value);
/** What is wrong with a file of decisions that was given; empty when nothing is. */
export const wrongDecisions = computed(() => wrongNow.value);

/** The rows of a group are different pupils, or one of its members is another than the rest. */
export async function tellApart(group: string, member: number | null): Promise<void> {
  const before = notDuplicates.value;
  const given = { group: Number(group.slice(1)) - 1, member };
  if (await decide(() => ask("tellApart", given))) stepsNow.value = [...stepsNow.value, { before, version: version.value }];
}

/** Takes the last decision back. */
export async function undoDecision(): Promise<void> {
  const step = last();
  if (step && (await decide(() => ask("setToldApart", { pairs: [...step.before] })))) stepsNow.value = stepsNow.value.slice(0, -1);
}

/** Brings all rows together again that were told apart. */
export function dropDecisions(): void {
  wrongNow.value = "";
  if (notDuplicates.value.length === 0 || (areDecisionsUnsaved.value && !confirm(words.value.discardDecisions))) return;
  checkAgain(forget, "");
}

/** Saves the decisions as a file for later runs. */
export function downloadDecisions(): Promise<void> {
  return write("decisions", async () => {
    saveMade({ ...(await ask("decisions", {})), name: `${words.value.decisionsName}.json` });
    savedNow.value = notDuplicates.value;
  });
}

function last(): (typeof stepsNow.value)[number] | undefined {
  return stepsNow.value[stepsNow.value.length - 1];
}

function forget(): void {
  batch(() => {
    stepsNow.value = [];
    savedNow.value = [];
    failedNow.value = "";
    wrongNow.value = "";
    setNotDuplicates([]);
  });
}

/** A decision changes no cell, so what was saved stays saved. */
async function decide(work: Parameters<typeof changeRun>[0]): Promise<boolean> {
  const isSaved = !isUnsaved.value;
  const isDone = await changeRun(work, failedNow);
  if (isDone && isSaved) changesSaved();
  if (isDone) setNotDuplicates(overview.value?.not_duplicates ?? []);
  return isDone;
}

beforeForget(() => !areDecisionsUnsaved.value || confirm(words.value.discardDecisions), forget);

readDecisionsWith(async (file) => {
  wrongNow.value = "";
  try {
    await engineReady();
    const pairs = await ask("readDecisions", { file });
    batch(() => {
      setNotDuplicates([...new Set([...notDuplicates.value, ...pairs])]);
      savedNow.value = [...savedNow.value, ...pairs];
      stepsNow.value = [];
    });
  } catch (error) {
    wrongNow.value = reasonOf(error);
  }
});
