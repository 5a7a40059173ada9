// Which of the lists beside the roster is shown, and which rule is being pointed at.

import { batch, computed, effect, signal } from "@preact/signals";
import { changes } from "./changes.ts";
import { openRule } from "./findings.ts";
import { phase } from "./session.ts";

export type TabKey = "findings" | "groups" | "changes";

const chosen = signal<TabKey>("findings");
const pointed = signal({ rule: "", place: -1, times: 0 });

/** The list of changes is there only when there are some. */
export const tab = computed<TabKey>(() => (chosen.value === "changes" && changes.value.steps === 0 ? "findings" : chosen.value));
/** The rule to bring into view, the place of it that is meant or -1, and how often that was asked. */
export const pointedRule = computed(() => pointed.value);

export function chooseTab(key: TabKey): void {
  chosen.value = key;
}

export function pointToRule(rule: string, place = -1): void {
  batch(() => {
    chosen.value = "findings";
    openRule(rule);
    pointed.value = { rule, place, times: pointed.value.times + 1 };
  });
}

// The next files begin where their errors are.
effect(() => {
  if (phase.value === "empty" || phase.value === "failed") chosen.value = "findings";
});
