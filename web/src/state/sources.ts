// The files and sheets of the run as the user decides on them. Every decision starts the check again.

import { computed, signal } from "@preact/signals";
import type { FoundSheet } from "../wire/index.ts";
import { choiceOf, encodingOf, setChoice, setEncoding, type SheetChoice } from "./choices.ts";
import { checkAgain, files, overview, run } from "./session.ts";

const openNow = signal(false);
const columnsNow = signal("");
const headNow = signal({ run: 0, key: "" });

/** Whether the list is unfolded; it stays so while a run it started goes on. */
export const isSourcesOpen = computed(() => openNow.value);
/** The sheet whose first rows are shown. */
export const openHead = computed(() => (headNow.value.run === run.value ? headNow.value.key : ""));

/** The sheet of which is shown what its columns are; it stays so from run to run, for there may be several to say. */
export const openColumns = computed(() => columnsNow.value);

export function setSourcesOpen(value: boolean): void {
  openNow.value = value;
}

/** Shows the first rows of a sheet, or hides them again. */
export function toggleHead(key: string): void {
  headNow.value = { run: run.value, key: openHead.value === key ? "" : key };
}

/** Shows what the columns of a sheet are, or hides it again. */
export function toggleColumns(key: string): void {
  columnsNow.value = columnsNow.value === key ? "" : key;
}

/** Every sheet of a file, those left out too. */
export function foundIn(file: string): FoundSheet[] {
  return overview.value?.found.filter((it) => it.file === file) ?? [];
}

/** The decision there is for a sheet of the file at this place. */
export function sheetChoice(index: number, sheet: string): SheetChoice {
  return choiceOf(files.value[index], sheet);
}

/** The encoding decided for the file at this place; empty when it is guessed. */
export function chosenEncoding(index: number): string {
  return encodingOf(files.value[index]);
}

/** Reads a text file under an encoding; empty to guess. `from` is the id of the control. */
export function chooseEncoding(index: number, encoding: string, from: string): void {
  const file = files.value[index];
  if (file) void checkAgain(() => setEncoding(file, encoding), from);
}

/** Decides something for a sheet; what is undefined is guessed again. */
export function chooseForSheet(index: number, sheet: string, choice: SheetChoice, from: string): void {
  const file = files.value[index];
  if (file) void checkAgain(() => setChoice(file, sheet, choice), from);
}

/** Says what a column of a sheet is, by its letters; empty to guess. */
export function chooseColumn(index: number, sheet: string, letter: string, column: string, from: string): void {
  const { [letter]: _, ...others } = sheetChoice(index, sheet).columns ?? {};
  chooseForSheet(index, sheet, { columns: column ? { ...others, [letter]: column } : others }, from);
}
