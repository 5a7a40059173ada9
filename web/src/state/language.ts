// Which language the page speaks: the address, then the browser, then Chinese.

import { computed, signal } from "@preact/signals";
import type { Said } from "../wire/index.ts";
import { en } from "../text/en.ts";
import { zh, type Words } from "../text/zh.ts";

export type Language = "zh" | "en";

const chosen = signal<Language>(first());

/** The present language. */
export const language = computed(() => chosen.value);
/** Every sentence of the page in it. */
export const words = computed<Words>(() => (chosen.value === "zh" ? zh : en));

/** The part of a sentence in two languages that is spoken now. */
export function say(it: Said): string {
  return it[chosen.value];
}

/** Whether the folder of the rule book lies beside the page: one file has its scripts inside, and no folder. */
export const hasBook = document.querySelector("script[src]") !== null;

export function switchLanguage(): void {
  chosen.value = chosen.value === "zh" ? "en" : "zh";
}

function first(): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? "";
  for (const it of [asked, ...navigator.languages]) {
    if (/^zh\b/i.test(it)) return "zh";
    if (/^en\b/i.test(it)) return "en";
  }
  return "zh";
}
