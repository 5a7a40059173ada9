// Which language the page speaks: the address, then the browser, then Chinese. The English sentences are a
// file of their own, which nobody waits for who reads Chinese.

import { computed, signal } from "@preact/signals";
import type { Language } from "../engine/protocol.ts";
import type { Said } from "../wire/index.ts";
import { zh, type Words } from "../text/zh.ts";
import type { ResultWords } from "../text/zh_result.ts";

export type { Language } from "../engine/protocol.ts";

const chosen = signal<Language>(first());
/** The English sentences, once they are here. */
export const english = signal<(Words & ResultWords) | undefined>(undefined);

/** The present language. */
export const language = computed<Language>(() => (english.value ? chosen.value : "zh"));
/** What the page says in it before a result. */
export const words = computed<Words>(() => (language.value === "en" && english.value) || zh);

/** The part of a sentence in two languages that is spoken now. */
export function say(it: Said): string {
  return it[language.value];
}

/** Whether the folder of the rule book lies beside the page: one file has its scripts inside, and no folder. */
export const hasBook = document.querySelector("script[src]") !== null;

/** Asks for the English sentences. Settles when the page can be drawn in its language, whether they came or not. */
export async function loadLanguage(): Promise<void> {
  const coming = import("../text/en.ts").then(
    (it) => void (english.value = it.en),
    () => undefined,
  );
  if (chosen.value === "en") await coming;
}

export function switchLanguage(): void {
  chosen.value = language.value === "zh" ? "en" : "zh";
  if (!english.value) void loadLanguage();
}

function first(): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? "";
  for (const it of [asked, ...navigator.languages]) {
    if (/^zh\b/i.test(it)) return "zh";
    if (/^en\b/i.test(it)) return "en";
  }
  return "zh";
}
