// The parameters that were set for this page. They are kept nowhere; a person who wants them again saves
// them as a profile file.

import { computed } from "@preact/signals";
import type { CheckOptions, ProfileInfo, ProfileParameter, Said, Scalar } from "../wire/index.ts";
import { ask, engineReady } from "./engine.ts";
import { say } from "./language.ts";
import { blankOptions, profile } from "./options.ts";
import { ownProfile, profileById, profiles } from "./profiles.ts";
import { overview } from "./session.ts";

export { setParameters, parametersSet } from "./options.ts";

/** The profile whose values hold where nothing is set: the chosen one, that of the file, that of the
 * first sheet, or the first there is. */
export const baseProfile = computed<ProfileInfo | undefined>(() => {
  const ofSheet = overview.value?.sheets.find((it) => it.profile !== null)?.profile ?? null;
  const chosen = profile.value || ownProfile.value?.info.profile || ofSheet;
  return profileById(chosen) ?? profiles.value[0];
});

/** The parameters of the base profile under their headings. */
export const groups = computed(() => {
  const found = new Map<string, ProfileParameter[]>();
  for (const it of baseProfile.value?.parameters ?? []) found.set(it.group, [...(found.get(it.group) ?? []), it]);
  return found;
});

/** A value as the form and `--set` have it. */
export function asText(value: Scalar): string {
  return typeof value === "object" ? say(value) : String(value);
}

/** A value as it is told. */
export function told(parameter: ProfileParameter, value: string): string {
  const known = parameter.allowed.find((it) => it.value === value);
  return known ? say(known.title) : value;
}

/** What is wrong with values, by name. */
export async function wrongAmong(set: Readonly<Record<string, string>>): Promise<Map<string, Said>> {
  await engineReady();
  return new Map(await ask("wrongSettings", { options: { ...blankOptions(), set: { ...set } } }));
}

/** The options that a profile file of these values begins with. */
export function optionsOf(set: Readonly<Record<string, string>>): CheckOptions {
  const base = baseProfile.value?.profile ?? null;
  const own = ownProfile.value;
  const isOwn = own !== undefined && own.info.profile === base;
  return { ...blankOptions(), profile: isOwn ? null : base, profile_file: isOwn ? own.file : null, set: { ...set } };
}
