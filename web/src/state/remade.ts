// Workbooks of the run made anew: corrected, divided, joined.

import { computed } from "@preact/signals";
import type { SplitOptions } from "../wire/index.ts";
import { changesSaved } from "./changes.ts";
import { readFiles, saveMade, stamped, tell, write } from "./downloads.ts";
import { ask } from "./engine.ts";
import { words } from "./language.ts";
import { overview, replaceOverview, run } from "./session.ts";

/** Formats in which only the changed cells of the file are written anew. */
const KEPT = ["xlsx", "xlsm", "csv", "tsv"];

/** Whether some corrected file is a new workbook instead of the file with its cells changed. */
export const isNewWorkbook = computed(() => overview.value?.files.some((it) => it.error === null && !KEPT.includes(it.format)) ?? false);

/** Saves the files with the changes in them. */
export function downloadCorrected(): Promise<void> {
  return write("corrected", async () => {
    const mine = run.value;
    const { overview, ...made } = await ask("corrected", { files: readFiles(), name: stamped(words.value.correctedName, "zip") });
    saveMade(made);
    changesSaved();
    if (overview && mine === run.value) replaceOverview(overview);
    tell("corrected", made.notes);
  });
}

/** Saves the pupils of the run as one workbook for each class, for each grade or for each chunk of rows. */
export function downloadDivided(options: SplitOptions): Promise<void> {
  return write("divided", async () => {
    const made = await ask("split", { options, name: stamped(words.value.dividedName, "zip") });
    tell("divided", saveMade(made), made.leftOut);
  });
}

/** Saves the pupils of the run as one workbook. */
export function downloadMerged(): Promise<void> {
  return write("merged", async () => {
    const made = await ask("merge", {});
    tell("merged", saveMade(made), made.leftOut);
  });
}
