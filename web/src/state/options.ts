// How to check, and whether personal values are shown.

import { computed, signal } from "@preact/signals";
import type { Stage } from "../engine/protocol.ts";
import { today } from "../lib/format.ts";
import type { CheckOptions } from "../wire/index.ts";
import { choicesFor } from "./choices.ts";
import { ownProfile } from "./profiles.ts";

export type { Stage } from "../engine/protocol.ts";

// Until somebody says it, the files tell.
const stageNow = signal<Stage | null>(null);
const stageOfFiles = signal<Stage>("before-import");
const profileNow = signal("");
const dayNow = signal(today(new Date()));
let isDaySet = false;
const shownNow = signal(false);
const openNow = signal(false);
const notDuplicatesNow = signal<readonly string[]>([]);
const setNow = signal<Readonly<Record<string, string>>>({});

export const stage = computed(() => stageNow.value ?? stageOfFiles.value);
/** A profile's id; empty to guess from the header. */
export const profile = computed(() => profileNow.value);
/** `YYYY-MM-DD`. */
export const day = computed(() => dayNow.value);
/** Whether the options are unfolded; they stay so while a run they started goes on. */
export const isOpen = computed(() => openNow.value);
/** Whether the screen and the downloads hold personal values in full. */
export const shown = computed(() => shownNow.value);

/** The parameters that were set, by name. */
export const parametersSet = computed(() => setNow.value);

/** Pairs of rows that are no duplicates. */
export const notDuplicates = computed(() => notDuplicatesNow.value);

/** The options as the engine takes them. */
export function checkOptions(files: readonly File[]): CheckOptions {
  return {
    ...blankOptions(),
    profile: profileNow.value || null,
    profile_file: ownProfile.value?.file ?? null,
    stage: stageNow.value,
    set: { ...setNow.value },
    choices: choicesFor(files),
    not_duplicates: [...notDuplicatesNow.value],
  };
}

/** Options that decide nothing but the date. */
export function blankOptions(): CheckOptions {
  return { profile: null, profile_file: null, today: dayNow.value, stage: null, set: {}, sheets: [], choices: [], not_duplicates: [] };
}

export function setNotDuplicates(pairs: readonly string[]): void {
  notDuplicatesNow.value = pairs;
}

export function setParameters(set: Readonly<Record<string, string>>): void {
  setNow.value = set;
}

export function setOpen(value: boolean): void {
  followClock();
  openNow.value = value;
}

export function setStage(value: Stage): void {
  stageNow.value = value;
}

/** The files tell the stage again. */
export function forgetStage(): void {
  stageNow.value = null;
}

/** The stage that a run has when nobody says it. */
export function setStageOfFiles(value: Stage): void {
  stageOfFiles.value = value;
}

export function setProfile(value: string): void {
  profileNow.value = value;
}

/** The days that ages are reckoned for. */
export const DAY_MIN = "2000-01-01";
export const DAY_MAX = "2099-12-31";

/** Takes a date of these. */
export function setDay(value: string): void {
  isDaySet = true;
  dayNow.value = value;
}

/** A page may stay open for days; until somebody sets a date it is that of the clock. */
export function followClock(): void {
  if (!isDaySet) dayNow.value = today(new Date());
}

export function setShown(value: boolean): void {
  shownNow.value = value;
}
