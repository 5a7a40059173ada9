// How to check, and whether personal values are shown.

import { computed, signal } from "@preact/signals";
import { today } from "../lib/format.ts";
import type { CheckOptions } from "../wire/index.ts";
import { choicesFor } from "./choices.ts";

export type Stage = "before-import" | "after-import";

const stageNow = signal<Stage>("before-import");
const profileNow = signal("");
const dayNow = signal(today(new Date()));
const shownNow = signal(false);
const openNow = signal(false);

export const stage = computed(() => stageNow.value);
/** A profile's id; empty to guess from the header. */
export const profile = computed(() => profileNow.value);
/** `YYYY-MM-DD`. */
export const day = computed(() => dayNow.value);
/** Whether the options are unfolded; they stay so while a run they started goes on. */
export const isOpen = computed(() => openNow.value);
/** Whether the screen and the downloads hold personal values in full. */
export const shown = computed(() => shownNow.value);

/** The options as the engine takes them. */
export function checkOptions(files: readonly File[]): CheckOptions {
  const choices = choicesFor(files);
  const profile = profileNow.value || null;
  return { profile, profile_file: null, today: dayNow.value, stage: stageNow.value, set: {}, sheets: [], choices };
}

export function setOpen(value: boolean): void {
  openNow.value = value;
}

export function setStage(value: Stage): void {
  stageNow.value = value;
}

export function setProfile(value: string): void {
  profileNow.value = value;
}

/** Takes a date; an incomplete one changes nothing. */
export function setDay(value: string): void {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) dayNow.value = value;
}

export function setShown(value: boolean): void {
  shownNow.value = value;
}
