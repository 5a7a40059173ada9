// Which of the lists beside the roster is shown, and which rule is being pointed at.

import { batch, computed, signal } from "@preact/signals";
import { changes } from "./changes.ts";
import { openRule } from "./findings.ts";

export type TabKey = "findings" | "groups" | "changes";

const chosen = signal<TabKey>("findings");
const pointed = signal({ rule: "", times: 0 });

/** The list of changes is there only when there are some. */
export const tab = computed<TabKey>(() => (chosen.value === "changes" && changes.value.steps === 0 ? "findings" : chosen.value));
/** The rule to bring into view, and how often that was asked. */
export const pointedRule = computed(() => pointed.value);

export function chooseTab(key: TabKey): void {
  chosen.value = key;
}

export function pointToRule(rule: string): void {
  batch(() => {
    chosen.value = "findings";
    openRule(rule);
    pointed.value = { rule, times: pointed.value.times + 1 };
  });
}
