// What the user decided for single files and sheets otherwise than the program guessed.
//
// Kept by the handle of the file, so that a choice stays with its file when others come and go.

import { signal } from "@preact/signals";
import { uniqueNames } from "../lib/names.ts";
import type { FileChoice } from "../wire/index.ts";

/** What was decided for one sheet; what is left out is guessed. */
export interface SheetChoice {
  headerRow?: number | undefined;
  profile?: string | undefined;
  skip?: boolean | undefined;
  role?: string | undefined;
  /** By the letters of a column, the key of what it is; `none` for one that is not checked. */
  columns?: Readonly<Record<string, string>> | undefined;
}

interface Chosen {
  encoding: string;
  /** The password that opened the file. */
  password: string | null;
  sheets: ReadonlyMap<string, SheetChoice>;
}

const NOTHING: Chosen = { encoding: "", password: null, sheets: new Map() };

const chosenNow = signal<ReadonlyMap<File, Chosen>>(new Map());

/** The encoding that was decided for a file; empty when it is guessed. */
export function encodingOf(file: File | undefined): string {
  return (file && chosenNow.value.get(file)?.encoding) ?? "";
}

export function choiceOf(file: File | undefined, sheet: string): SheetChoice {
  return (file && chosenNow.value.get(file)?.sheets.get(sheet)) ?? {};
}

export function setEncoding(file: File, encoding: string): void {
  set(file, { ...of(file), encoding });
}

export function setPassword(file: File, password: string): void {
  set(file, { ...of(file), password });
}

export function passwordsFor(files: readonly File[]): (string | null)[] {
  return files.map((it) => of(it).password);
}

/** Takes over what is given and leaves the other decisions for the sheet as they are. */
export function setChoice(file: File, sheet: string, choice: SheetChoice): void {
  const before = of(file);
  const sheets = new Map(before.sheets).set(sheet, { ...before.sheets.get(sheet), ...choice });
  set(file, { ...before, sheets });
}

/** What was decided for a file holds for the one in its place. */
export function moveChoices(from: File, to: File): void {
  set(to, of(from));
}

/** Sheets that were given a profile that is there no longer are guessed again. */
export function forgetProfileChoices(profile: string): void {
  for (const [file, chosen] of chosenNow.value) {
    for (const [sheet, choice] of chosen.sheets) if (choice.profile === profile) setChoice(file, sheet, { profile: undefined });
  }
}

export function forgetChoices(): void {
  chosenNow.value = new Map();
}

/** The choices as the engine takes them, for the files of a run. */
export function choicesFor(files: readonly File[]): FileChoice[] {
  const names = uniqueNames(files.map((it) => it.name));
  return files.flatMap((it, at) => {
    const file = names[at] ?? it.name;
    const { encoding, sheets } = of(it);
    const choices: FileChoice[] = encoding ? [{ file, encoding }] : [];
    for (const [sheet, { headerRow, profile, skip, role, columns }] of sheets) {
      choices.push({
        file,
        sheet,
        ...(headerRow === undefined ? {} : { header_row: headerRow }),
        ...(profile === undefined ? {} : { profile }),
        ...(skip === undefined ? {} : { skip }),
        ...(role === undefined ? {} : { role }),
        ...(columns === undefined ? {} : { columns: Object.fromEntries(Object.entries(columns).map(([letter, column]) => [`#${letter}`, column])) }),
      });
    }
    return choices;
  });
}

function of(file: File): Chosen {
  return chosenNow.value.get(file) ?? NOTHING;
}

function set(file: File, chosen: Chosen): void {
  chosenNow.value = new Map(chosenNow.value).set(file, chosen);
}
