// Why a request could not be done, in words.

import { Lacking, Refused } from "./engine.ts";
import { language, words } from "./language.ts";

/** The sentence for the user; empty for what ends the run, since the code that ends it says so. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refused) return inLanguage(error.message);
  if (!(error instanceof Lacking)) return "";
  const it = words.value;
  const { lack } = error;
  if (lack.what === "file") return it.lostFile(lack.file);
  return lack.what === "office" ? it.officeMissing : it.officeBroke;
}

/** The engine refuses in both languages, a line each. */
function inLanguage(sentence: string): string {
  const [zh = "", en = ""] = sentence.split("\n");
  return language.value === "en" && en ? en : zh;
}
