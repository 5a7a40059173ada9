// Says of groups of the present result that they are no duplicates, and takes that back.

import { computed, signal } from "@preact/signals";
import { changeRun } from "./changes.ts";
import { saveMade, write } from "./downloads.ts";
import { ask } from "./engine.ts";
import { words } from "./language.ts";
import { notDuplicates, setNotDuplicates } from "./options.ts";
import { checkAgain, overview, version } from "./session.ts";
import { decisions, decisionsSaved, forgetDecisions, mayForgetDecisions, setDecisions } from "./told_apart.ts";

const failedNow = signal("");

/** How many pairs were told apart, and how many of them made a difference to the present result. */
export const toldApart = computed(() => ({ pairs: notDuplicates.value.length, taken: overview.value?.not_duplicates_taken ?? 0 }));
export const canUndoDecision = computed(() => decisions.value.length > 0);
/** Whether the last thing that was done to the run was a decision. */
export const decidedLast = computed(() => decisions.value[decisions.value.length - 1]?.version === version.value);
/** Why the last decision could not be made; empty when it could. */
export const decisionFailure = computed(() => failedNow.value);

/** The rows of a group are different pupils, or one of its members is another than the rest. */
export async function tellApart(group: string, member: number | null): Promise<void> {
  const [before, was] = [notDuplicates.value, version.value];
  if (!(await decide(() => ask("tellApart", { group, member })))) return;
  const now = version.value;
  // What was said before is no step of its own; the one before it is still the last.
  if (notDuplicates.value.length > before.length) setDecisions([...decisions.value, { before, version: now }]);
  else setDecisions(decisions.value.map((it) => (it.version === was ? { ...it, version: now } : it)));
}

/** Takes the last decision back. */
export async function undoDecision(): Promise<void> {
  const last = decisions.value[decisions.value.length - 1];
  if (last && (await decide(() => ask("setToldApart", { pairs: [...last.before] })))) setDecisions(decisions.value.slice(0, -1));
}

/** Brings all rows together again that were told apart. */
export function dropDecisions(): void {
  if (mayForgetDecisions()) void checkAgain(forgetDecisions, "");
}

/** Saves the decisions as a file for later runs. */
export function downloadDecisions(): Promise<void> {
  return write("decisions", async () => {
    saveMade({ ...(await ask("decisions", {})), name: `${words.value.decisionsName}.json` });
    decisionsSaved();
  });
}

async function decide(work: Parameters<typeof changeRun>[0]): Promise<boolean> {
  const isDone = await changeRun(work, failedNow);
  if (isDone) setNotDuplicates(overview.value?.not_duplicates ?? []);
  return isDone;
}
