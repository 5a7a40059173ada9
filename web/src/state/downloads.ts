// Files for the user to save.

import { computed, signal } from "@preact/signals";
import { save } from "../lib/save.ts";
import type { Format, Made } from "../engine/protocol.ts";
import type { CheckOptions, LeftOut, Said } from "../wire/index.ts";
import { changesSaved } from "./changes.ts";
import { ask, engineReady } from "./engine.ts";
import { language, words } from "./language.ts";
import { blankOptions, day, shown } from "./options.ts";
import { ownProfile } from "./profiles.ts";
import { reasonOf } from "./reasons.ts";
import { files, overview, version } from "./session.ts";

export type { Format } from "../engine/protocol.ts";
/** Everything that can be saved. */
export type Download = Format | "corrected" | "template" | "settings" | "divided" | "merged" | "settlement" | "settlement-page" | "settlement-print" | "findings-print" | "decisions";

const TYPES: Record<string, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12",
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  txt: "text/plain",
  json: "application/json",
  toml: "application/toml",
  html: "text/html",
  zip: "application/zip",
};

const busyNow = signal<Download | undefined>(undefined);
const failedNow = signal<{ of: Download; why: string } | undefined>(undefined);
const toldNow = signal<{ of: Download; version: number; notes: Said[]; leftOut?: LeftOut } | undefined>(undefined);

export const writing = computed(() => busyNow.value);
/** Why the last download could not be written. */
export const downloadFailure = computed(() => failedNow.value);
/** What the reader of the last download has to know, as long as it is the result that was saved. */
export const told = computed(() => (toldNow.value?.version === version.value ? toldNow.value : undefined));
/** Saves a report of the run; as a workbook with values in full it is the files themselves, marked. */
export function download(format: Format): Promise<void> {
  return write(format, async () => {
    const name = words.value.downloadNames[format];
    const given = { shown: shown.value, language: language.value };
    if (format === "xlsx" && given.shown) {
      tell(format, saveMade(await ask("marked", { files: readFiles(), name: stamped(name, "zip"), ...given })));
      changesSaved();
      return;
    }
    saveAs(stamped(name, format), await ask("export", { format, ...given }));
  });
}

/** Saves the blank workbook of a profile. */
export function downloadTemplate(profile: string): Promise<void> {
  const own = ownProfile.value;
  const isOwn = own?.info.profile === profile;
  return write("template", async () => {
    await engineReady();
    const options = { ...blankOptions(), profile: isOwn ? null : profile, profile_file: (isOwn && own?.file) || null };
    saveMade(await ask("template", { options, language: language.value }));
  });
}

/** Saves parameters as a profile file. */
export function downloadSettings(options: CheckOptions): Promise<void> {
  return write("settings", async () => {
    await engineReady();
    saveMade(await ask("settingsFile", { options }));
  });
}

/** Forgets what was said of the last download. */
export function forgetTold(): void {
  toldNow.value = undefined;
  failedNow.value = undefined;
}

/** Does one thing after another that makes a file, and says which and why it could not be made. */
export async function write(what: Download, work: () => Promise<void>): Promise<void> {
  if (busyNow.value) return;
  busyNow.value = what;
  forgetTold();
  try {
    await work();
  } catch (error) {
    const why = reasonOf(error);
    if (why) failedNow.value = { of: what, why };
  } finally {
    busyNow.value = undefined;
  }
}

/** The files of the run by their places, without those that could not be read. */
export function readFiles(): (File | null)[] {
  return files.value.map((it, at) => (overview.value?.files[at]?.error === null ? it : null));
}

/** What the reader of a download has to know. */
export function tell(of: Download, notes: Said[], leftOut?: LeftOut): void {
  toldNow.value = { of, version: version.value, notes, ...(leftOut ? { leftOut } : {}) };
}

/** A file with the day of the run in its name. */
export function stampedMade(made: Made): Made {
  const dot = made.name.lastIndexOf(".");
  return { ...made, name: stamped(made.name.slice(0, dot), made.name.slice(dot + 1)) };
}

export function saveMade(made: Made): Said[] {
  saveAs(made.name, made.bytes);
  return made.notes;
}

function saveAs(name: string, bytes: Uint8Array): void {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  save(name, bytes, TYPES[ending] ?? "application/octet-stream");
}

/** The name of a file of this run. */
export function stamped(name: string, ending: string): string {
  return `${name}-${day.value.replace(/-/g, "")}.${ending}`;
}
