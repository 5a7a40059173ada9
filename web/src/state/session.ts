// The run: which files, how far, what came out. Files are handles of the browser; their contents
// are kept nowhere in the page.

import { batch, computed, signal } from "@preact/signals";
import type { Progress } from "../engine/protocol.ts";
import { isLeftBeside, openedBy, uniqueNames } from "../lib/names.ts";
import type { Overview } from "../wire/index.ts";
import { ask, engineCondition, engineReady, onLocked, onLost, Refused, renewEngine, restartEngine, Stopped } from "./engine.ts";
import { forgetChoices, moveChoices, passwordsFor } from "./choices.ts";
import { joined, notAmong } from "./joining.ts";
import { forgetListing, listing } from "./listing.ts";
import { checkOptions, followClock, forgetStage, setProfile, setShown, setStageOfFiles, shown } from "./options.ts";
import { dropProfile, forgetWrongProfile, isProfileFile, takeProfile } from "./profiles.ts";
import { reasonOf } from "./reasons.ts";
import { forgetDecisions, mayForgetDecisions, takeDecisions } from "./told_apart.ts";

/** A file of decisions, and a report, says in its beginning that it is one. */
const DECISIONS_HEAD_BYTES = 200;

export type Phase = "empty" | "reading" | "mapping" | "checking" | "done" | "failed";

/** Something to say about the files that is no finding. */
export type Notice = { kind: "too-large" | "report" | "lost" | "stale" | "replaced" | "added-again" | "open"; file: string } | { kind: "same"; file: string; other: string } | { kind: "left-out"; files: readonly string[] } | { kind: "cancelled" };

export type Failure = { kind: "lost" | "all-files" | "load" } | { kind: "refused"; sentence: string };

const phaseNow = signal<Phase>("empty");
const progressNow = signal<Progress | undefined>(undefined);
const filesNow = signal<File[]>([]);
const overviewNow = signal<Overview | undefined>(undefined);
const noticesNow = signal<Notice[]>([]);
const failureNow = signal<Failure | undefined>(undefined);
const runNow = signal(0);
const versionNow = signal(0);
const returnNow = signal("");
/** How many requests for another result are being looked at. */
const takingNow = signal(0);
/** The sample, which nobody wants among their own files. */
let sample: File | undefined;
/** The files of the last result, to which a cancelled check goes back. */
let earlier: File[] = [];
/** The changes made in the last result. The next run makes them again, whatever files it has. */
let kept: Uint8Array = new Uint8Array();
/** How many cells they are. */
const keptCellsNow = signal(0);
let mayDiscard: (cells: number) => boolean = () => true;

export const phase = computed(() => phaseNow.value);
/** Somebody wants another result than the one that is shown, which holds no longer. */
export const isTaking = computed(() => takingNow.value > 0);
export const progress = computed(() => progressNow.value);
export const files = computed(() => filesNow.value);
export const overview = computed(() => overviewNow.value);
export const notices = computed(() => noticesNow.value);
export const failure = computed(() => failureNow.value);
/** Counts runs, so that what was asked about an older one can be dropped. */
export const run = computed(() => runNow.value);
/** Counts results: those of runs, and those of changes within one. */
export const version = computed(() => versionNow.value);
/** How many cells are changed: in the result, or in the one before it, whose changes the next one makes again. */
export const changedCells = computed(() => (phaseNow.value === "done" ? (overviewNow.value?.changes.cells ?? 0) : keptCellsNow.value));
/** Id of the control that started the run from within a result; empty when the answer itself is where
 * the focus belongs. */
export const returnTo = computed(() => returnNow.value);

/** Sets the question that is asked before changes are lost; it gets the number of changed cells. */
export function beforeDiscard(ask: (cells: number) => boolean): void {
  mayDiscard = ask;
}

onLost(() => {
  runNow.value += 1;
  fail({ kind: "lost" });
  void restartEngine();
});

// A worker with a run keeps it; it was started by this very page and goes with the run.
onLocked(() => {
  if (phaseNow.value === "empty") renewEngine();
});

/** Adds files to the run and checks all of them together; a profile file among them says how. What
 * could not be read, and the sample, make room for the next files. `leftOut` are others of their folder. */
export function addFiles(all: readonly File[], leftOut: readonly string[] = []): Promise<void> {
  const meant = all.filter((it) => !isLeftBeside(it.name));
  const given = meant.length > 0 ? meant : all;
  return taking(async () => {
    const said: Notice[] = leftOut.length > 0 ? [{ kind: "left-out", files: leftOut }] : [];
    for (const file of all.map((it) => openedBy(it.name))) if (file !== undefined) said.push({ kind: "open", file });
    const settings = given.filter(isProfileFile);
    // Rosters alone are in the run at once.
    if (settings.length > 0) await takeSettings(settings, said);
    if (settings.length < given.length) await addRosters(given.filter((it) => !isProfileFile(it)), said);
    else if (settings.length > 0) {
      noticesNow.value = said;
      if (filesNow.value.length > 0 && (await canRepeat())) void check();
    }
  });
}

/** From now until the check has begun, or will not begin, the result that is shown is that of something else. */
async function taking(work: () => Promise<void>): Promise<void> {
  takingNow.value += 1;
  try {
    await work();
  } finally {
    takingNow.value -= 1;
  }
}

async function addRosters(more: readonly File[], said: Notice[]): Promise<void> {
  const lost = await unreadable();
  if (!(await mayLeave(lost))) return;
  const fresh = await notAmong(staying(), more);
  if (sample && filesNow.value[0] === sample) earlier = [];
  const next = joined(staying(), fresh, lost);
  for (const [old, file] of next.replaced) moveChoices(old, file);
  if (next.files.length === 0) forget();
  batch(() => {
    filesNow.value = next.files;
    noticesNow.value = [...said, ...next.said];
  });
  if (next.files.length > 0) void check();
}

/** The files that stay when others come. */
function staying(): readonly File[] {
  const all = filesNow.value;
  return phaseNow.value === "failed" || (sample && all[0] === sample) ? [] : all;
}

/** Takes the last profile file among these for the rosters, whatever was chosen before, and all decisions. */
async function takeSettings(given: readonly File[], said: Notice[]): Promise<void> {
  const profile = (await takeAllDecisions(given, said)).pop();
  if (!profile) return;
  await takeProfile(profile);
  setProfile("");
}

/** Takes the files of decisions among these; the others come back, but for reports of ours. */
async function takeAllDecisions(given: readonly File[], said: Notice[]): Promise<File[]> {
  const others: File[] = [];
  for (const file of given) {
    const head = await file.slice(0, DECISIONS_HEAD_BYTES).text().catch(() => "");
    if (head.includes("rostercheck/decisions/")) await takeDecisions(file);
    else if (head.includes("rostercheck/report/")) said.push({ kind: "report", file: file.name });
    else others.push(file);
  }
  return others;
}

/** Checks the sample, and nothing else; says so where it did not come. */
export function checkSample(file: File | undefined): Promise<void> {
  if (!file) {
    fail({ kind: "load" });
    return Promise.resolve();
  }
  sample = file;
  return addFiles([file]);
}

/** Takes a file out of the run and checks the rest, unless somebody wants to keep its changes; they wait for
 * it to come back. */
export function removeFile(index: number): Promise<void> {
  const file = filesNow.value[index];
  return taking(async () => {
    if (!file || !(await mayLeave([...(await unreadable()), file]))) return;
    filesNow.value = filesNow.value.filter((it) => it !== file);
    noticesNow.value = [];
    void check();
  });
}

/** The files of the result that the browser cannot read any more: they were changed, moved or locked. */
async function unreadable(): Promise<File[]> {
  if (phaseNow.value !== "done") return [];
  const given = filesNow.value;
  const heads = await Promise.all(given.map((it) => it.slice(0, 1).arrayBuffer().catch(() => undefined)));
  return given.filter((_, at) => !heads[at]);
}

/** Asks the person before changes in these files of the result are lost that no saved file holds. */
async function mayLeave(left: readonly File[]): Promise<boolean> {
  const result = overviewNow.value;
  if (!result || result.changes.cells === 0 || left.length === 0) return true;
  const names = result.files.filter((_, at) => left.some((it) => it === filesNow.value[at])).map((it) => it.file);
  const count = result.changes.by_rule.reduce((sum, it) => sum + it.count, 0);
  const all = await ask("changes", { from: 0, count, shown: shown.value }).catch(() => []);
  return mayDiscard(new Set(all.filter((it) => names.includes(it.file)).map((it) => `${it.file}/${it.sheet}/${it.cell}`)).size);
}

/** Whether the files of the result can be checked once more. Where one cannot be read, that is told, and the
 * result stays. */
async function canRepeat(): Promise<boolean> {
  const lost = await unreadable();
  const result = overviewNow.value;
  if (lost.length === 0 || !result) return true;
  batch(() => {
    noticesNow.value = lost.map((it) => ({ kind: "stale", file: nameOf(it) }));
    // The controls show again what holds.
    replaceOverview({ ...result });
  });
  return false;
}

/** What a file of the run is called in the result. */
function nameOf(file: File): string {
  return uniqueNames(filesNow.value.map((it) => it.name))[filesNow.value.indexOf(file)] ?? file.name;
}

/** Takes out the first of several files of one name. */
export function removeOlder(name: string): Promise<void> {
  return removeFile(filesNow.value.findIndex((it) => it.name === name));
}

/** Uses the profile file no longer and checks again. */
export function removeProfile(): void {
  void checkAgain(dropProfile, "");
}

/** Changes how to check, then checks the same files again; the focus comes back to the control with
 * this id. */
export function checkAgain(change: () => void, from: string): Promise<void> {
  return taking(async () => {
    if (phaseNow.value === "done" && !(await canRepeat())) return;
    change();
    if (filesNow.value.length > 0) void check(from);
  });
}

async function check(from = ""): Promise<void> {
  if (filesNow.value.length === 0) {
    forget();
    return;
  }
  const isBusy = phaseNow.value === "reading" || phaseNow.value === "mapping" || phaseNow.value === "checking";
  const hasResult = phaseNow.value === "done";
  const mine = begin(from);
  try {
    if (isBusy) await restartEngine();
    else await engineReady();
    if (hasResult) kept = await ask("keepChanges", {});
    if (mine !== runNow.value) return;
    const given = { files: filesNow.value, names: uniqueNames(filesNow.value.map((it) => it.name)), options: checkOptions(filesNow.value), scans: listing.value?.scans ?? null, passwords: passwordsFor(filesNow.value), kept };
    const { overview: result, lost } = await ask("check", given, (it) => {
      if (mine === runNow.value) advance(it);
    });
    if (mine === runNow.value) finish(result, lost);
  } catch (error) {
    if (mine !== runNow.value || error instanceof Stopped) return;
    if (error instanceof Refused) fail({ kind: "refused", sentence: reasonOf(error) });
    else fail({ kind: engineCondition.value === "failed" ? "load" : "lost" });
  }
}

/** Puts the overview after a change of cells in the place of the one before it. */
export function replaceOverview(result: Overview): void {
  batch(() => {
    versionNow.value += 1;
    overviewNow.value = result;
  });
}

/** Stops at once. The worker goes and with it the last result, so that is made again from its files;
 * where the check is of the same files, or there are none, everything is forgotten. */
export function cancel(): void {
  if (earlier.length > 0 && filesNow.value !== earlier) {
    filesNow.value = earlier;
    void check();
  } else if (!forgetAsked()) return;
  noticesNow.value = [{ kind: "cancelled" }];
}

/** Forgets everything, unless somebody wants to keep the changes made so far. The next files may be those of
 * another term, so what was said of the stage goes too. */
export function startOver(): void {
  if (forgetAsked()) forgetStage();
}

function forgetAsked(): boolean {
  const may = mayDiscard(changedCells.value) && mayForgetDecisions();
  if (may) forget();
  return may;
}

/** The worker goes too, and with it whatever it read. */
function forget(): void {
  batch(() => {
    runNow.value += 1;
    versionNow.value += 1;
    returnNow.value = "";
    forgetChoices();
    forgetListing();
    forgetWrongProfile();
    forgetDecisions();
    setStageOfFiles("before-import");
    // Nobody asked to see the next files in full.
    setShown(false);
    filesNow.value = [];
    kept = new Uint8Array();
    keptCellsNow.value = 0;
    overviewNow.value = undefined;
    progressNow.value = undefined;
    failureNow.value = undefined;
    noticesNow.value = [];
    earlier = [];
    phaseNow.value = "empty";
  });
  restartEngine().catch(() => undefined);
}

function begin(from: string): number {
  batch(() => {
    runNow.value += 1;
    versionNow.value += 1;
    returnNow.value = from;
    keptCellsNow.value = changedCells.value;
    followClock();
    overviewNow.value = undefined;
    failureNow.value = undefined;
    progressNow.value = undefined;
    phaseNow.value = "reading";
  });
  return runNow.value;
}

function advance(it: Progress): void {
  batch(() => {
    progressNow.value = it;
    // Duplicates are looked for as part of the check.
    phaseNow.value = it.phase === "matching" ? "checking" : it.phase;
  });
}

function finish(result: Overview, lost: readonly number[]): void {
  const names = filesNow.value.filter((_, at) => lost.includes(at)).map(nameOf);
  // What is left stands in the order of the result.
  const left = filesNow.value.filter((_, at) => !lost.includes(at));
  // Of two files of one name there may be one, which is not the older one.
  const isOver = (it: Notice) => it.kind === "same" || it.kind === "stale" || (it.kind === "added-again" && left.filter((one) => one.name === it.file).length < 2);
  batch(() => {
    noticesNow.value = [...noticesNow.value.filter((it) => !isOver(it)), ...names.map((file): Notice => ({ kind: "lost", file })), ...copies(result)];
    filesNow.value = left;
    overviewNow.value = result;
    // A school that has the system's list of problems has imported.
    setStageOfFiles(result.found.some((it) => it.role === "problem-list") ? "after-import" : "before-import");
    progressNow.value = undefined;
    const isNothing = result.files.every((it) => it.error !== null);
    if (isNothing) failureNow.value = { kind: "all-files" };
    phaseNow.value = isNothing ? "failed" : "done";
    earlier = isNothing ? [] : filesNow.value;
  });
}

/** Files that hold the same bytes as one before them: all their pupils would be there twice. */
function copies({ files }: Overview): Notice[] {
  return files.flatMap(({ file, sha256, error }, at) => {
    const other = error === null && sha256 && files.slice(0, at).find((it) => it.sha256 === sha256);
    return other ? [{ kind: "same", file, other: other.file } as const] : [];
  });
}

function fail(reason: Failure): void {
  batch(() => {
    overviewNow.value = undefined;
    progressNow.value = undefined;
    filesNow.value = earlier = [];
    failureNow.value = reason;
    phaseNow.value = "failed";
  });
}
