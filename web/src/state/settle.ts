// What the clerk who settles duplicates needs: the list to save or print, the steps, the letters.

import { computed, effect, signal } from "@preact/signals";
import { printPage } from "../lib/print.ts";
import type { Letter, Steps } from "../engine/protocol.ts";
import { ask } from "./engine.ts";
import { saveMade, stampedMade, write } from "./downloads.ts";
import { language } from "./language.ts";
import { shown, stage } from "./options.ts";
import { overview, phase } from "./session.ts";
import { tab } from "./tabs.ts";

export type { Letter } from "../engine/protocol.ts";

/** Rules about single rows that the list tells of beside the groups. */
const SINGLE_ROWS = ["R7013"];

const stepsNow = signal<{ key: string; steps: Steps } | undefined>(undefined);

const stepsKey = computed(() => `${stage.value} ${language.value}`);
/** The steps for the present stage; undefined until they are known. */
export const steps = computed(() => (stepsNow.value?.key === stepsKey.value ? stepsNow.value.steps : undefined));
/** Whether anything is to be settled. */
export const hasToSettle = computed(() => {
  const it = overview.value;
  return it !== undefined && (it.groups > 0 || it.found.some((one) => one.role === "problem-list") || it.summary.by_rule.some((one) => SINGLE_ROWS.includes(one.rule)));
});

/** Saves the list with certificates and letters. */
export function downloadSettlement(format: "xlsx" | "html"): Promise<void> {
  return write(format === "xlsx" ? "settlement" : "settlement-page", async () => {
    saveMade(stampedMade(await ask("papers", { format, shown: shown.value, language: language.value })));
  });
}

/** Prints the same. */
export function printSettlement(): Promise<void> {
  return write("settlement-print", async () => {
    const made = await ask("papers", { format: "html", shown: shown.value, language: language.value });
    printPage(new TextDecoder().decode(made.bytes));
  });
}

/** The letters to the schools of a group; none when they could not be made. */
export async function lettersOf(group: string): Promise<Letter[]> {
  return ask("letters", { group, shown: shown.value, language: language.value }).catch(() => []);
}

effect(() => {
  const key = stepsKey.value;
  if (phase.value !== "done" || tab.value !== "groups" || steps.value) return;
  ask("steps", { stage: stage.value, language: language.value }).then(
    (it) => {
      stepsNow.value = { key, steps: it };
    },
    // Without the second module the groups are shown without them.
    () => undefined,
  );
});
