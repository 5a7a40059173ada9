// Findings by rule: what the list shows, and which rules are open.

import { computed, signal } from "@preact/signals";
import type { RuleCount, RuleInfo } from "../wire/index.ts";
import { ask, pageOfRule, ruleByCode } from "./engine.ts";
import { language } from "./language.ts";
import { overview } from "./session.ts";

const LEVELS = ["error", "warning", "info"];

export interface RuleLine extends RuleCount {
  info: RuleInfo | undefined;
}

/** The rules that spoke, the serious ones first, then by code. */
export const ruleLines = computed<RuleLine[]>(() => {
  const lines = (overview.value?.summary.by_rule ?? []).map((it) => ({ ...it, info: ruleByCode.value.get(it.rule) }));
  return lines.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.rule < b.rule ? -1 : 1));
});

const openNow = signal<ReadonlySet<string>>(new Set());
export const openRules = computed(() => openNow.value);

export function toggleRule(rule: string): void {
  const next = new Set(openNow.value);
  if (!next.delete(rule)) next.add(rule);
  openNow.value = next;
}

export function openRule(rule: string): void {
  openNow.value = new Set([...openNow.value, rule]);
}

const explained = signal<ReadonlyMap<string, string>>(new Map());

/** The page of a rule as Markdown: nothing until it has come, empty when it will not. */
export function pageOf(rule: string): string | undefined {
  return explained.value.get(`${language.value}/${rule}`);
}

export async function wantPage(rule: string): Promise<void> {
  const now = language.value;
  const key = `${now}/${rule}`;
  if (explained.value.has(key)) return;
  try {
    const text = await ask("explain", { rule, language: now, page: await pageOfRule(rule, now) });
    explained.value = new Map([...explained.value, [key, text]]);
  } catch {
    // A worker on its way out; the page is asked for again when the rule is opened again.
  }
}
