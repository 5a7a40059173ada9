// What a run was checked under otherwise than the built-in profiles have it.

import { computed } from "@preact/signals";
import type { ParameterSet } from "../wire/index.ts";
import { say } from "./language.ts";
import { parameters } from "./profiles.ts";
import { overview } from "./session.ts";
import { asText, told } from "./settings.ts";

/** A parameter that is set otherwise than in the built-in profile, as it is told. */
export interface Override {
  about: string;
  value: string;
  default: string;
}

/** What the sheets of the run are checked under otherwise than the built-in profiles have it. */
export const overridden = computed<Override[]>(() => {
  const found = new Map<string, Override>();
  for (const it of overview.value?.sheets.flatMap((sheet) => sheet.parameters_set) ?? []) {
    const override = toldOf(it);
    found.set(JSON.stringify(override), override);
  }
  return [...found.values()];
});

function toldOf(it: ParameterSet): Override {
  const parameter = parameters.value.get(it.name);
  if (!parameter) return { about: it.name, value: asText(it.value), default: asText(it.default) };
  return { about: say(parameter.about), value: told(parameter, asText(it.value)), default: told(parameter, asText(it.default)) };
}
