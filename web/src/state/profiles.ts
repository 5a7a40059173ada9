// The profiles that can be chosen: the built-in ones, and the one of a file that somebody dropped in.

import { batch, computed, signal } from "@preact/signals";
import type { ProfileFile, ProfileInfo } from "../wire/index.ts";
import { forgetProfileChoices } from "./choices.ts";
import { ask, book, engineReady, Stopped } from "./engine.ts";
import { reasonOf } from "./reasons.ts";

/** A profile file as it was read. */
export interface OwnProfile {
  file: ProfileFile;
  info: ProfileInfo;
}

const ownNow = signal<OwnProfile | undefined>(undefined);
const wrongNow = signal<{ name: string; error: unknown } | undefined>(undefined);

/** The profile of a file, if there is one that can be used. */
export const ownProfile = computed(() => ownNow.value);
/** A profile file that cannot be used, and the sentence that says where it is wrong. */
export const wrongProfile = computed(() => wrongNow.value && { name: wrongNow.value.name, sentence: reasonOf(wrongNow.value.error) });
/** Every profile, that of the file first. */
export const profiles = computed(() => (ownNow.value ? [ownNow.value.info, ...book.value.profiles] : book.value.profiles));
/** Every parameter with its meaning, by its name. */
export const parameters = computed(() => new Map(book.value.profiles[0]?.parameters.map((it) => [it.name, it])));

export function profileById(id: string | null): ProfileInfo | undefined {
  return profiles.value.find((it) => it.profile === id);
}

/** Whether a file is meant as a profile: rosters have other endings. */
export function isProfileFile(file: File): boolean {
  return /\.(toml|json)$/i.test(file.name);
}

/** Reads a profile file and puts it in the place of the one before; a wrong one is told and not used. */
export async function takeProfile(file: File): Promise<void> {
  let own: OwnProfile | undefined;
  let wrong: { name: string; error: unknown } | undefined;
  try {
    const [profile, info] = await read(file);
    own = { file: profile, info };
  } catch (error) {
    wrong = { name: file.name, error };
  }
  batch(() => {
    dropProfile();
    ownNow.value = own;
    wrongNow.value = wrong;
  });
}

/** Uses the profile file no longer, and forgets what was wrong with it. */
export function dropProfile(): void {
  const before = ownNow.value;
  if (before) forgetProfileChoices(before.info.profile);
  ownNow.value = undefined;
  wrongNow.value = undefined;
}

/** What is wrong with a file is no matter any more. */
export function forgetWrongProfile(): void {
  wrongNow.value = undefined;
}

async function read(file: File): Promise<[ProfileFile, ProfileInfo]> {
  await engineReady();
  try {
    return await ask("readProfile", { file });
  } catch (error) {
    // Somebody cancelled a check that stood before it.
    if (!(error instanceof Stopped)) throw error;
    await engineReady();
    return ask("readProfile", { file });
  }
}
