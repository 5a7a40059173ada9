// Passwords of locked files: tried in the worker, and remembered by their files until everything is forgotten.

import { computed, signal } from "@preact/signals";
import { setPassword } from "./choices.ts";
import { ask, engineReady } from "./engine.ts";
import { language } from "./language.ts";
import { reasonOf } from "./reasons.ts";
import { checkAgain, files, overview } from "./session.ts";

const busyNow = signal<File | undefined>(undefined);
const failedNow = signal<ReadonlyMap<File, string>>(new Map());

/** The file being unlocked. */
export const unlocking = computed(() => busyNow.value);

/** Whether a file of the run waits for its password. */
export function isLocked(index: number): boolean {
  return overview.value?.locked.includes(index) ?? false;
}

/** Why the last password for a file did not open it; empty when none was given. */
export function unlockFailure(file: File | undefined): string {
  return (file && failedNow.value.get(file)) ?? "";
}

/** Opens a locked file and checks all files again. */
export async function unlock(index: number, password: string): Promise<void> {
  const file = files.value[index];
  if (!file || busyNow.value) return;
  busyNow.value = file;
  try {
    await engineReady();
    await ask("unlock", { file, password, language: language.value });
    setFailure(file, "");
    void checkAgain(() => setPassword(file, password), "");
  } catch (error) {
    setFailure(file, reasonOf(error));
  } finally {
    busyNow.value = undefined;
  }
}

function setFailure(file: File, sentence: string): void {
  const next = new Map(failedNow.value);
  if (sentence) next.set(file, sentence);
  else next.delete(file);
  failedNow.value = next;
}
