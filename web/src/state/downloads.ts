// Files for the user to save.

import { computed, signal } from "@preact/signals";
import { save } from "../lib/save.ts";
import { ask, Refused } from "./engine.ts";
import { language, words } from "./language.ts";
import { day, shown } from "./options.ts";

export type Format = "xlsx" | "csv" | "json";

const TYPES: Record<Format, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  json: "application/json",
};

const busyNow = signal<Format | undefined>(undefined);
const failedNow = signal("");

export const writing = computed(() => busyNow.value);
/** Why the last download could not be written; empty when it could. */
export const downloadFailure = computed(() => failedNow.value);

export async function download(format: Format): Promise<void> {
  busyNow.value = format;
  failedNow.value = "";
  try {
    const bytes = await ask("export", { format, shown: shown.value, language: language.value });
    save(`${words.value.downloadNames[format] ?? format}-${day.value.replace(/-/g, "")}.${format}`, bytes, TYPES[format]);
  } catch (error) {
    if (error instanceof Refused) failedNow.value = error.message;
  } finally {
    busyNow.value = undefined;
  }
}
