// Which of the two lists beside the roster is shown, and which rule is being pointed at.

import { batch, computed, signal } from "@preact/signals";
import { openRule } from "./findings.ts";

export type TabKey = "findings" | "groups";

const chosen = signal<TabKey>("findings");
const pointed = signal({ rule: "", times: 0 });

export const tab = computed(() => chosen.value);
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
