// What was changed in the run: safe fixes at once, single ones, and the way back.

import { batch, computed, effect, type Signal, signal } from "@preact/signals";
import type { Progress } from "../engine/protocol.ts";
import type { Overview, RuleCount } from "../wire/index.ts";
import { ask } from "./engine.ts";
import { words } from "./language.ts";
import { reasonOf } from "./reasons.ts";
import { beforeDiscard, changedCells, overview, phase, replaceOverview, run, version } from "./session.ts";

const NONE: Overview["changes"] = { steps: 0, cells: 0, by_rule: [] };

const offered = signal<{ version: number; fixes: RuleCount[] }>({ version: -1, fixes: [] });
const busyNow = signal(false);
const progressNow = signal<Progress | undefined>(undefined);
const failedNow = signal("");
/** Counts the changes of cells, those that were taken back too. */
const changesNow = signal(0);
const savedNow = signal(-1);

/** What makes a step, and the totals before it. */
interface Step {
  work: Work;
  before: string | undefined;
}

type Work = (tell: (it: Progress) => void) => Promise<Overview>;

/** The steps of a run, as many as it has; of those that a run before it made nothing is known. */
let stepsDone: { run: number; all: Step[] } = { run: -1, all: [] };
/** The steps that were taken back, the last one last, and the result that this led to. */
const undone = signal<{ version: number; steps: readonly Step[] }>({ version: -1, steps: [] });

/** Whether a step can be made again that was taken back: nothing else was done since. */
export const canRedo = computed(() => undone.value.version === version.value && undone.value.steps.length > 0);

/** Steps, cells and rules of what was changed. */
export const changes = computed(() => overview.value?.changes ?? NONE);
/** How many changes were made, those of one cell counted each. */
export const changeCount = computed(() => changes.value.by_rule.reduce((sum, it) => sum + it.count, 0));
/** The changes that could be made without asking, by rule; empty until they are known. */
export const safeFixes = computed(() => (offered.value.version === version.value ? offered.value.fixes : []));
export const safeCount = computed(() => safeFixes.value.reduce((sum, it) => sum + it.count, 0));
/** Whether a change is being made. */
export const isChanging = computed(() => busyNow.value);
/** How far it is. */
export const changeProgress = computed(() => progressNow.value);
/** Why the last change could not be made; empty when it could. */
export const changeFailure = computed(() => failedNow.value);
/** Whether there are changes that no saved file holds. */
export const isUnsaved = computed(() => changedCells.value > 0 && savedNow.value !== changesNow.value);

/** Makes every change that needs no decision, as one step. */
export function applySafe(): Promise<boolean> {
  return step((tell) => ask("applySafe", {}, tell));
}

/** Makes the change that one finding of a rule proposes. */
export function applyFix(rule: string, finding: number, fix: number): Promise<boolean> {
  return step((tell) => ask("applyFix", { rule, finding, fix }, tell));
}

/** Gives a cell the text that somebody typed. */
export function writeCell(sheet: number, row: number, column: number, text: string): Promise<boolean> {
  return step((tell) => ask("writeCell", { sheet, row, column, text }, tell));
}

/** Takes the last step back. */
export async function undo(): Promise<void> {
  if (changes.value.steps === 0) return;
  const last = stepsDone.run === run.value ? stepsDone.all[changes.value.steps - 1] : undefined;
  const others = canRedo.value ? undone.value.steps : [];
  if (!(await change((tell) => ask("undo", {}, tell)))) return;
  // A step names a finding by its place among the others, so it is made again only where they are as they were.
  const isAsBefore = last?.before === JSON.stringify(overview.value?.summary);
  undone.value = { version: version.value, steps: last && isAsBefore ? [...others, last] : [] };
}

/** Makes the step again that was taken back last. */
export async function redo(): Promise<void> {
  const steps = canRedo.value ? [...undone.value.steps] : [];
  const next = steps.pop();
  if (!next || !(await step(next.work))) return;
  undone.value = { version: version.value, steps };
}

/** A file with every change in it has been handed to the user. */
export function changesSaved(): void {
  savedNow.value = changesNow.value;
}

async function step(work: Work): Promise<boolean> {
  const before = JSON.stringify(overview.value?.summary);
  const at = changes.value.steps;
  const isDone = await change(work);
  if (isDone && stepsDone.run !== run.value) stepsDone = { run: run.value, all: [] };
  if (isDone) stepsDone.all[at] = { work, before };
  return isDone;
}

async function change(work: Work): Promise<boolean> {
  const isDone = await changeRun(work, failedNow);
  if (isDone) changesNow.value += 1;
  return isDone;
}

/** Changes the run, if not its cells, and takes its new result over, one change after another; tells
 * whether it was done. Why it could not be done goes into `failed`. */
export async function changeRun(work: Work, failed: Signal<string>): Promise<boolean> {
  if (busyNow.value || phase.value !== "done") return false;
  const mine = run.value;
  busyNow.value = true;
  failed.value = "";
  try {
    const result = await work((it) => {
      progressNow.value = it;
    });
    if (mine !== run.value) return false;
    replaceOverview(result);
    return true;
  } catch (error) {
    if (mine === run.value) failed.value = reasonOf(error);
    return false;
  } finally {
    batch(() => {
      busyNow.value = false;
      progressNow.value = undefined;
    });
  }
}

effect(() => {
  const mine = version.value;
  if (phase.value !== "done") return;
  ask("safeFixes", {}).then(
    (fixes) => {
      if (mine === version.value) offered.value = { version: mine, fixes };
    },
    // The run is gone, and with it the question.
    () => undefined,
  );
});

beforeDiscard((cells) => cells === 0 || savedNow.value === changesNow.value || confirm(words.value.discard(cells)));
