// Every sentence of the page, for what is shown of a result. What is shown before one uses `words` of
// `language.ts`, so that the sentences about results can come behind.

import { computed } from "@preact/signals";
import { zh, type Words } from "../text/zh.ts";
import { zhOfResult, type ResultWords } from "../text/zh_result.ts";
import { english, language } from "./language.ts";

const chinese: Words & ResultWords = { ...zh, ...zhOfResult };

/** Every sentence of the page in the present language. */
export const words = computed<Words & ResultWords>(() => (language.value === "en" && english.value) || chinese);
