// Files for the user to save.

import { computed, signal } from "@preact/signals";
import { save } from "../lib/save.ts";
import type { LeftOut, SplitOptions } from "../wire/index.ts";
import { changesSaved } from "./changes.ts";
import { ask, engineReady, Refused } from "./engine.ts";
import { language, words } from "./language.ts";
import { day, shown } from "./options.ts";
import { files, overview } from "./session.ts";

/** A report of the run. */
export type Format = "xlsx" | "csv" | "json";
/** Everything that can be saved. */
export type Download = Format | "corrected" | "template" | "divided" | "merged";

const TYPES: Record<string, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12",
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  txt: "text/plain",
  json: "application/json",
  zip: "application/zip",
};

/** Formats in which only the changed cells of the file are written anew. */
const KEPT = ["xlsx", "xlsm", "csv", "tsv"];

const busyNow = signal<Download | undefined>(undefined);
const failedNow = signal<{ of: Download; why: string } | undefined>(undefined);
const leftOutNow = signal<LeftOut | undefined>(undefined);

export const writing = computed(() => busyNow.value);
/** Why the last download could not be written. */
export const downloadFailure = computed(() => failedNow.value);
/** What the last dividing or joining took over and left out. */
export const leftOut = computed(() => leftOutNow.value);
/** Whether some corrected file is a new workbook instead of the file with its cells changed. */
export const isNewWorkbook = computed(() => overview.value?.files.some((it) => it.error === null && !KEPT.includes(it.format)) ?? false);

/** Saves a report of the run. */
export function download(format: Format): Promise<void> {
  return write(format, async () => {
    const isShown = shown.value;
    const bytes = await ask("export", { format, files: files.value, shown: isShown, language: language.value });
    saveAs(`${words.value.downloadNames[format] ?? format}-${stamp()}.${format}`, bytes);
    if (format === "xlsx" && isShown) changesSaved();
  });
}

/** Saves the files with the changes in them. */
export function downloadCorrected(): Promise<void> {
  return write("corrected", async () => {
    const made = await ask("corrected", { files: files.value, language: language.value });
    saveAs(made.name, made.bytes);
    changesSaved();
  });
}

/** Saves the blank workbook of a profile. */
export function downloadTemplate(profile: string): Promise<void> {
  return write("template", async () => {
    await engineReady();
    const bytes = await ask("template", { profile, language: language.value });
    saveAs(`${words.value.templateName}-${profile}.xlsx`, bytes);
  });
}

/** Saves the pupils of the run as one workbook for each class, for each grade or for so many rows. */
export function downloadDivided(options: SplitOptions): Promise<void> {
  return write("divided", async () => {
    leftOutNow.value = undefined;
    const made = await ask("split", { options, language: language.value });
    saveAs(`${words.value.dividedName}-${stamp()}.zip`, made.bytes);
    leftOutNow.value = made.leftOut;
  });
}

/** Saves the pupils of the run as one workbook. */
export function downloadMerged(): Promise<void> {
  return write("merged", async () => {
    leftOutNow.value = undefined;
    const made = await ask("merge", { language: language.value });
    saveAs(`${words.value.mergedName}-${stamp()}.xlsx`, made.bytes);
    leftOutNow.value = made.leftOut;
  });
}

/** Forgets what the last dividing or joining said. */
export function forgetLeftOut(): void {
  leftOutNow.value = undefined;
  failedNow.value = undefined;
}

async function write(what: Download, work: () => Promise<void>): Promise<void> {
  if (busyNow.value) return;
  busyNow.value = what;
  failedNow.value = undefined;
  try {
    await work();
  } catch (error) {
    if (error instanceof Refused) failedNow.value = { of: what, why: error.message };
  } finally {
    busyNow.value = undefined;
  }
}

function saveAs(name: string, bytes: Uint8Array): void {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  save(name, bytes, TYPES[ending] ?? "application/octet-stream");
}

function stamp(): string {
  return day.value.replace(/-/g, "");
}
